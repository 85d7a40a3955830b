-- What a person wants to be pushed, and when. Without a row the defaults hold: everything, at any hour, in neutral words.
create table notification.preference (
    person_key uuid primary key,
    push boolean not null,
    muted_kinds text[] not null,
    muted_agencies text[] not null,
    quiet_from time,
    quiet_to time,
    zone text not null,
    lock_screen text not null check (lock_screen in ('NEUTRAL', 'FULL')),
    updated_at timestamptz not null default now(),
    constraint preference_quiet_hours_have_both_ends check ((quiet_from is null) = (quiet_to is null))
);
grant select, insert, update, delete on notification.preference to ${appRole};

-- One rule for writing a push and for sending it later. An agency stands for the agencies below it, too.
create function notification.wants_push(wish notification.preference, kind text, agency text) returns boolean
    language sql immutable
    return wish.person_key is null
        or wish.push
            and not kind = any (wish.muted_kinds)
            and not exists (
                select from unnest(wish.muted_agencies) as muted (code)
                where agency = muted.code or starts_with(agency, muted.code || '.'));
grant execute on function notification.wants_push to ${appRole};

-- What waits for the morning is not late: the oldest unsent push is looked for among the others.
create index outbox_oldest on notification.outbox (id) where last_error is distinct from 'QUIET_HOURS';

-- Retention: what nobody has to keep goes, in small steps.
grant delete on notification.message, notification.delivery to ${appRole};
create index message_age on notification.message (created_at);
create index device_age on notification.device (last_contact_at);

-- Texts that administrators published. The shipped ones are in the program and have versions below 100; a message keeps the
-- version it was written with, so a version is never changed.
create table notification.template (
    kind text not null check (kind ~ '^[A-Z_]{1,40}$'),
    version integer not null check (version >= 100),
    title jsonb not null,
    body jsonb not null check (jsonb_typeof(body) = 'array'),
    lock_screen jsonb,
    note text,
    published_at timestamptz not null default now(),
    primary key (kind, version)
);
grant select, insert on notification.template to ${appRole};
