-- What the history of the catalogue is asked for: who published a version and at which levels (statistics read thousands of
-- versions, never their whole records), which release was restored, what a file withdraws. Generated columns rewrite the
-- table under an exclusive lock: about a second for 10,000 versions.
alter table catalogue.procedure_version
    add column authority jsonb generated always as (record -> 'publishingAuthority') stored,
    add column levels    jsonb generated always as (record -> 'levels') stored;

-- A restored release is a new one equal to an earlier one: history only grows.
alter table catalogue.release
    add column restores bigint references catalogue.release;

-- A record that its source has withdrawn abolishes the version in force.
alter table catalogue.staged
    add column withdrawn boolean not null default false;

-- "What took its place?", asked for an abolished procedure.
create index procedure_version_replaces on catalogue.procedure_version using gin ((record -> 'replaces'))
    where valid_to is null;

-- Thousands of rows come and go inside one transaction: without fresh statistics the planner compares every staged record
-- with every version, which took a second import of the whole catalogue from seconds to a minute.
grant maintain on catalogue.staged, catalogue.procedure_version to ${appRole};
