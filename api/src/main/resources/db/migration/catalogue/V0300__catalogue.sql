-- The published catalogue: releases, dated versions of each procedure, and the editors' own words beside them.
create schema catalogue;
-- For "no two versions of one procedure are in force on the same day"; trusted, so the owner may create it.
create extension if not exists btree_gist with schema catalogue;

create table catalogue.release (
    id           bigint generated always as identity primary key,
    published_at timestamptz not null default now(),
    mode         text        not null check (mode in ('MERGE', 'FULL')),
    added        integer     not null check (added >= 0),
    amended      integer     not null check (amended >= 0),
    abolished    integer     not null check (abolished >= 0),
    unchanged    integer     not null check (unchanged >= 0),
    refused      integer     not null check (refused >= 0)
);

create table catalogue.procedure_version (
    code       text    not null check (code ~ '^[1-9]\.\d{6}(\.[GHK]\d{2}(\.\d{2})?)?$'),
    number     integer not null check (number > 0),
    valid_from date    not null,
    valid_to   date check (valid_to >= valid_from),
    release_id bigint  not null references catalogue.release,
    change     text    not null check (change in ('NEW', 'AMENDED', 'ABOLISHED')),
    -- Internal procedures run between agencies: kept for the record, never shown to the public.
    internal   boolean not null,
    record     jsonb   not null,
    checksum   text    not null,
    primary key (code, number),
    exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
-- The chain of a procedure has one open end; after an abolition that is the ABOLISHED version.
create unique index procedure_version_current on catalogue.procedure_version (code) where valid_to is null;
create index procedure_version_release on catalogue.procedure_version (release_id);

-- Written by the editors of this service, without legal force: an import that does not bring it leaves it as it is.
create table catalogue.editorial (
    code        text primary key,
    name_en     text,
    summary_vi  text,
    summary_en  text,
    life_events text[] not null default '{}',
    keywords    text[] not null default '{}'
);

create table catalogue.life_event (
    code     text primary key,
    name     text    not null,
    name_en  text    not null,
    audience text    not null check (audience in ('CITIZEN', 'BUSINESS')),
    position integer not null unique
);

-- The file being imported. Filled and emptied inside the one transaction of a release, hence unlogged.
create unlogged table catalogue.staged (
    code      text    not null unique,
    internal  boolean not null,
    record    jsonb   not null,
    checksum  text    not null,
    editorial jsonb,
    outcome   text check (outcome in ('NEW', 'AMENDED', 'ABOLISHED', 'UNCHANGED')),
    number    integer
);

grant usage on schema catalogue to ${appRole};
grant select, insert on catalogue.release to ${appRole};
grant select, insert, update (valid_to) on catalogue.procedure_version to ${appRole};
grant select, insert, update on catalogue.editorial to ${appRole};
grant select on catalogue.life_event to ${appRole};
grant select, insert, update, delete on catalogue.staged to ${appRole};
