-- Figures of the index of QĐ 766 that only others know, as administrators entered them: every entry is a new version of its
-- agency, metric and period, the last one counts, none is ever changed. New tables: locks nothing.
create schema quality;
grant usage on schema quality to ${appRole};

create table quality.input (
    id          bigint generated always as identity primary key,
    agency      text collate "C" not null check (agency ~ '^[A-Z0-9]+(\.[A-Z0-9]+)*$' and length(agency) <= 35),
    metric      text not null check (length(metric) <= 60),
    from_day    date not null,
    to_day      date not null,
    version     integer not null check (version > 0),
    numerator   bigint check (numerator between 0 and 1000000000000),
    denominator bigint check (denominator between 0 and 1000000000000),
    score       numeric(5, 2) check (score between 0 and 100),
    source      text not null check (length(source) between 1 and 500),
    as_of       date,
    entered_at  timestamptz not null default now(),
    entered_by  text not null check (length(entered_by) between 1 and 200),
    check (from_day <= to_day),
    check ((numerator is null) = (denominator is null)),
    -- Neither counts nor points: the earlier versions are taken back.
    check (score is null or denominator is null),
    constraint input_version_once unique (agency, metric, from_day, to_day, version)
);
grant select, insert on quality.input to ${appRole};
