-- What one-stop systems reported (event, append-only) and what follows from it (dossier, folded again on every event).
-- Nothing here tells who a person is: ID numbers are keyed hashes, names, phones and reasons are sealed by the service.
create schema dossier;
grant usage on schema dossier to ${appRole};

create table dossier.event (
    id                bigint generated always as identity primary key,
    source            text not null check (length(source) between 1 and 200),
    event_id          text not null check (length(event_id) between 1 and 100),
    dossier_code      text not null check (length(dossier_code) <= 60),
    status            smallint not null check (status between 1 and 10),
    occurred_at       timestamptz not null,
    received_by_us_at timestamptz not null default now(),
    payload           jsonb not null,
    person_key        uuid,
    -- 32 bytes each: keyed hashes of what the applicant may prove a look-up with.
    proofs            bytea not null check (length(proofs) % 32 = 0),
    sealed            bytea,
    content_hash      bytea not null check (length(content_hash) = 32),
    constraint event_known_by_sender unique (source, event_id),
    -- The same news under another id or from another system is no news; also the index that a fold reads.
    constraint event_told_once unique (dossier_code, content_hash)
);

grant select, insert on dossier.event to ${appRole};

create table dossier.dossier (
    code              text primary key check (length(code) <= 60),
    status            smallint not null default 1 check (status between 1 and 10),
    last_event_at     timestamptz not null default now(),
    procedure_code    text,
    procedure_version integer,
    field_code        text,
    limit_value       double precision,
    limit_unit        text check (limit_unit in ('HOUR', 'DAY', 'WORKING_DAY', 'MONTH', 'YEAR')),
    received_at       timestamptz,
    due_given         timestamptz,
    due_computed      timestamptz,
    due_at            timestamptz,
    ended_at          timestamptz,
    outcome           text check (outcome in ('RETURNED', 'RESULT_READY', 'REFUSED', 'STOPPED', 'WITHDRAWN')),
    clock_state       text not null default 'NOT_STARTED'
                      check (clock_state in ('NOT_STARTED', 'RUNNING', 'PAUSED', 'ENDED')),
    paused_since      timestamptz,
    paused_days       integer not null default 0 check (paused_days >= 0),
    supplements       integer not null default 0 check (supplements >= 0),
    flags             integer not null default 0 check (flags >= 0),
    agency_support    text,
    agency_reception  text,
    agency_competent  text,
    channel           text check (channel in ('DIRECT', 'ONLINE', 'POSTAL')),
    applicant_kind    text,
    person_key        uuid,
    organisation_code text,
    proofs            bytea not null default '' check (length(proofs) % 32 = 0),
    timeline          jsonb not null default '[]',
    rating_offered    boolean not null default false,
    rating_told       boolean not null default false,
    check ((ended_at is null) = (outcome is null))
);

create index dossier_of_person on dossier.dossier (person_key, last_event_at desc, code desc)
    where person_key is not null;
create index dossier_of_organisation on dossier.dossier (organisation_code, last_event_at desc, code desc)
    where organisation_code is not null;

grant select, insert, update on dossier.dossier to ${appRole};
