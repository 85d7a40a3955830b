-- What was learnt of how long dossiers take. Counts by group and working day; no dossier and no person is in here.
create schema forecast;
grant usage on schema forecast to ${appRole};

create table forecast.model (
    version  bigint      generated always as identity primary key,
    made_at  timestamptz not null default now(),
    -- Nothing of this day or later was known to the model.
    as_of    date        not null,
    spells   integer     not null check (spells >= 0),
    -- The model, packed. Replicas keep it in memory; a few megabytes at most.
    body     bytea       not null check (length(body) <= 67108864),
    -- {"cells": [{"month", "level", "horizon", "counts"}]}: how its forecasts of the past came out.
    backtest jsonb       not null
);

grant select, insert, delete on forecast.model to ${appRole};

-- One row for each morning: which replica works for it until when. A claim that ran out may be taken over.
create table forecast.run (
    as_of         date        primary key,
    claimed_until timestamptz not null,
    finished_at   timestamptz
);

grant select, insert, update, delete on forecast.run to ${appRole};
