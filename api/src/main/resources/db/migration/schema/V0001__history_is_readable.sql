-- The service compares the history of migrations with what it carries before it answers, as the role it runs as: one read
-- instead of Flyway's own start. Locks nothing.
grant usage on schema migration to ${appRole};
grant select on migration.flyway_schema_history to ${appRole};
