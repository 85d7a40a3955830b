-- Agencies and administrative units: who is meant by a code.
create schema agency;
grant usage on schema agency to ${appRole};
