-- Devices, inbox and outbox. All tables are new: nothing is locked.
create schema notification;
grant usage on schema notification to ${appRole};

-- One row per app installation. A hash-based exclusion keeps a token in one place: tokens may be longer than a B-tree holds.
create table notification.device (
    installation_id text primary key check (installation_id ~ '^[A-Za-z0-9_-]{8,64}$'),
    person_key uuid not null,
    fcm_token text not null check (length(fcm_token) between 1 and 4096),
    platform text not null check (platform in ('ANDROID', 'IOS', 'WEB')),
    locale text not null check (locale in ('VI', 'EN')),
    registered_at timestamptz not null,
    last_contact_at timestamptz not null,
    constraint device_token_in_one_place exclude using hash (fcm_token with =)
);
create index device_of_person on notification.device (person_key, last_contact_at);
grant select, insert, update, delete on notification.device to ${appRole};

-- The inbox is the truth. The text is made when it is read, from the template version that the message was written with.
create table notification.message (
    id uuid primary key,
    person_key uuid not null,
    kind text not null check (kind in ('DOSSIER_STATUS', 'RATING_INVITATION')),
    dossier_code text not null check (length(dossier_code) between 1 and 60),
    template_version smallint not null check (template_version > 0),
    variables jsonb not null check (jsonb_typeof(variables) = 'object'),
    created_at timestamptz not null default now(),
    read_at timestamptz
);
create index message_inbox on notification.message (person_key, created_at desc, id desc);
create index message_unread on notification.message (person_key) where read_at is null;
-- The read mark is the only thing that ever changes.
grant select, insert, update (read_at) on notification.message to ${appRole};

-- Every row here is still to be sent: finished ones move to delivery in the same statement. The token is not copied; it is
-- read from the device when the row is claimed, so that a new token is used and a removed device gets nothing.
create table notification.outbox (
    id bigint generated always as identity primary key,
    message_id uuid not null references notification.message (id),
    installation_id text not null,
    created_at timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    claim_id uuid,
    claimed_until timestamptz,
    attempts integer not null default 0 check (attempts >= 0),
    last_error text,
    constraint outbox_once_per_device unique (message_id, installation_id),
    constraint outbox_claim_has_a_lease check ((claim_id is null) = (claimed_until is null))
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index outbox_waiting on notification.outbox (next_attempt_at, id) where claim_id is null;
create index outbox_leased on notification.outbox (claimed_until) where claim_id is not null;
grant select, insert, update, delete on notification.outbox to ${appRole};

-- What became of each push. Append-only for the service.
create table notification.delivery (
    message_id uuid not null references notification.message (id),
    installation_id text not null,
    outcome text not null check (outcome in ('SENT', 'TOKEN_PRUNED', 'DROPPED', 'EXPIRED')),
    attempts integer not null,
    last_error text,
    at timestamptz not null default now(),
    primary key (message_id, installation_id)
);
grant select, insert on notification.delivery to ${appRole};
