-- The firm's side: who may act for it, what it uploaded, its ordered feed, and where the feed is delivered to.
-- `organisation` is the enterprise code, or hkd- and a keyed hash for a household business with a 12-digit number.
create schema organisation;
grant usage on schema organisation to ${appRole};

create table organisation.delegate (
    id            uuid primary key default uuidv7(),
    organisation  text not null,
    -- Exactly one: a person by keyed hash, or another organisation (an accountant, for example).
    person_key    uuid,
    delegate_code text,
    -- What is shown to the owner: label and, for a person, the number. AES-GCM, sealed by the service.
    sealed        bytea not null,
    scopes        text[] not null check (scopes <@ array ['READ', 'WATCHLIST', 'WEBHOOKS'] and cardinality(scopes) > 0),
    granted_at    timestamptz not null default now(),
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    check ((person_key is null) <> (delegate_code is null)),
    check (expires_at > granted_at)
);
create index delegate_of_organisation on organisation.delegate (organisation, id);
create index delegate_person on organisation.delegate (person_key) where revoked_at is null;
create index delegate_firm on organisation.delegate (delegate_code) where revoked_at is null;
grant select, insert on organisation.delegate to ${appRole};
grant update (revoked_at) on organisation.delegate to ${appRole};

-- Append-only: who did what for the organisation. `actor` is the token's subject, a number of our own realm.
create table organisation.audit (
    id           bigint generated always as identity primary key,
    organisation text not null,
    at           timestamptz not null default now(),
    actor        text not null,
    delegate     uuid,
    action       text not null,
    subject      text
);
create index audit_of_organisation on organisation.audit (organisation, id);
grant select, insert on organisation.audit to ${appRole};

-- One upload of a watch-list at a time; a claim that outlives its program lapses.
create table organisation.upload (
    organisation  text primary key,
    upload        uuid not null,
    claimed_until timestamptz not null
);
grant select, insert, update, delete on organisation.upload to ${appRole};

-- Wrong codes and secrets in uploads, for the limits of a day. A made-up code counts like a real one.
create table organisation.watch_failure (
    organisation text not null,
    day          date not null,
    failures     integer not null,
    primary key (organisation, day)
);
create table organisation.watch_guess (
    dossier_code text not null,
    day          date not null,
    failures     integer not null,
    primary key (dossier_code, day)
);
grant select, insert, update, delete on organisation.watch_failure, organisation.watch_guess to ${appRole};

-- The feed. Positions grow in the order of commits, because who inserts holds the lock until the transaction ends and takes
-- the number only afterwards (a statement trigger runs before the first row): a reader who has seen one has seen all before.
create table organisation.feed (
    position     bigint generated always as identity,
    organisation text not null,
    id           uuid not null default uuidv7(),
    kind         text not null check (kind in ('DOSSIER_CHANGED', 'DOSSIER_GONE', 'WEBHOOK_DISABLED')),
    at           timestamptz not null default now(),
    dossier_code text,
    body         jsonb not null,
    primary key (organisation, position)
);
-- For what concerns all firms. Written as `position + 0`, so that a firm's page is never read by it: for a firm whose entries
-- lie far behind the others' the planner would take it and walk over all of those.
create unique index feed_by_position on organisation.feed ((position + 0));
grant select, insert, delete on organisation.feed to ${appRole};

create function organisation.feed_one_at_a_time() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('organisation.feed', 0));
    return null;
end
$$;
create trigger feed_one_at_a_time before insert on organisation.feed
    for each statement execute function organisation.feed_one_at_a_time();

-- One row. `purged`: the last position that was deleted for its age. `epoch` tells this feed from one of another database.
create table organisation.feed_mark (
    only_row boolean primary key default true check (only_row),
    epoch    uuid not null default gen_random_uuid(),
    purged   bigint not null default 0
);
insert into organisation.feed_mark default values;
grant select on organisation.feed_mark to ${appRole};
grant update (purged) on organisation.feed_mark to ${appRole};

-- url and secrets are sealed by the service: an address may hold a key too.
create table organisation.webhook (
    id              uuid primary key default uuidv7(),
    organisation    text not null,
    url             bytea not null,
    label           text,
    concurrency     smallint not null check (concurrency between 1 and 8),
    state           text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    secret          bytea not null,
    previous_secret bytea,
    previous_until  timestamptz,
    created_at      timestamptz not null default now(),
    -- Failures in a row, since when, and how long the whole endpoint rests because of them.
    failures        integer not null default 0,
    failing_since   timestamptz,
    not_before      timestamptz not null default now(),
    last_error      text,
    last_success_at timestamptz,
    disabled_at     timestamptz,
    -- Where the feed stood when deliveries stopped: a replay from here misses nothing.
    stopped_at_position bigint,
    pinged_at       timestamptz
);
create index webhook_of_organisation on organisation.webhook (organisation, id);
grant select, insert, update, delete on organisation.webhook to ${appRole};

-- Open deliveries. One of a dossier waits for those of the same dossier before it.
create table organisation.delivery (
    webhook         uuid not null references organisation.webhook on delete cascade,
    position        bigint not null,
    organisation    text not null,
    dossier_code    text not null,
    created_at      timestamptz not null default now(),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    claim_id        uuid,
    claimed_until   timestamptz,
    last_error      text,
    primary key (webhook, position)
);
create index delivery_of_dossier on organisation.delivery (webhook, dossier_code, position);
create index delivery_due on organisation.delivery (webhook, next_attempt_at);
create index delivery_claimed on organisation.delivery (webhook, claimed_until) where claim_id is not null;
grant select, insert, update, delete on organisation.delivery to ${appRole};

create table organisation.dead_letter (
    webhook      uuid not null references organisation.webhook on delete cascade,
    position     bigint not null,
    organisation text not null,
    dossier_code text not null,
    created_at   timestamptz not null,
    attempts     integer not null,
    last_error   text,
    died_at      timestamptz not null default now(),
    primary key (webhook, position)
);
create index dead_letter_age on organisation.dead_letter (died_at);
grant select, insert, delete on organisation.dead_letter to ${appRole};
