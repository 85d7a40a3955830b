-- Announcements to many people: planned once, released slice by slice. New tables; the changes of message and outbox widen
-- checks and are validated without blocking writers. The two indexes of message lock it against writes while they are built.
create table notification.followed_procedure (
    person_key uuid not null,
    procedure_code text not null check (length(procedure_code) between 1 and 40),
    followed_at timestamptz not null default now(),
    primary key (person_key, procedure_code)
);
create index followed_procedure_followers on notification.followed_procedure (procedure_code, person_key);
grant select, insert, delete on notification.followed_procedure to ${appRole};

-- The words are kept once here, as variables of a template, and read with each inbox entry. They never change.
create table notification.broadcast (
    id uuid primary key,
    kind text not null check (kind in ('ANNOUNCEMENT', 'PROCEDURE_CHANGED')),
    template_version integer not null check (template_version > 0),
    variables jsonb not null check (jsonb_typeof(variables) = 'object'),
    subject text not null check (subject <> ''),
    agency text not null check (agency <> ''),
    audience text not null check (audience in ('ALL', 'PROVINCE', 'FOLLOWERS')),
    audience_code text check (audience_code <> ''),
    fingerprint bytea not null,
    start_at timestamptz not null,
    hours_from time not null,
    hours_to time not null check (hours_from < hours_to),
    spread_seconds integer not null check (spread_seconds >= 0),
    state text not null check (state in ('PLANNING', 'RUNNING', 'STOPPED', 'DONE')),
    paused_at timestamptz,
    recipients integer not null default 0 check (recipients >= 0),
    slices integer not null default 0 check (slices >= 0),
    released integer not null default 0 check (released between 0 and slices),
    told integer not null default 0,
    queued integer not null default 0,
    interval_millis bigint not null default 0 check (interval_millis >= 0),
    next_slice_at timestamptz not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    ended_at timestamptz,
    constraint broadcast_audience_has_its_code check ((audience = 'ALL') = (audience_code is null))
) with (fillfactor = 70);
comment on column notification.broadcast.subject is 'what groups its pushes: one device gets those of one subject one after the other';
comment on column notification.broadcast.fingerprint is 'audience and words; the same is not announced twice at once';
create unique index broadcast_not_twice_at_once on notification.broadcast (fingerprint) where state in ('PLANNING', 'RUNNING');
create index broadcast_due on notification.broadcast (next_slice_at) where state = 'RUNNING' and paused_at is null;
create index broadcast_to_plan on notification.broadcast (created_at) where state = 'PLANNING';
create index broadcast_newest on notification.broadcast (created_at desc, id desc);
grant select, insert, delete on notification.broadcast to ${appRole};
grant update (state, paused_at, recipients, slices, released, told, queued, interval_millis, next_slice_at, ended_at)
    on notification.broadcast to ${appRole};

-- Who is still to be told. A slice leaves when it is released, in the same transaction.
create table notification.broadcast_recipient (
    broadcast_id uuid not null references notification.broadcast (id),
    slice integer not null check (slice >= 0),
    person_key uuid not null,
    primary key (broadcast_id, slice, person_key)
);
grant select, insert, delete on notification.broadcast_recipient to ${appRole};

alter table notification.message
    alter column dossier_code drop not null,
    add column broadcast_id uuid references notification.broadcast (id),
    add constraint message_is_about_something check (num_nonnulls(dossier_code, broadcast_id) = 1) not valid;
alter table notification.message validate constraint message_is_about_something;
create index message_of_broadcast on notification.message (broadcast_id) where broadcast_id is not null;
-- The people of a province are those whom one of its agencies told something.
create index message_by_province
    on notification.message (split_part(coalesce(agency, split_part(dossier_code, '-', 1)), '.', 1), person_key)
    where dossier_code is not null;

alter table notification.outbox
    drop constraint outbox_lane_check,
    add constraint outbox_lane_check check (lane between 0 and 3) not valid;
alter table notification.outbox validate constraint outbox_lane_check;
comment on column notification.outbox.lane is '0 urgent, 1 status of a dossier, 2 what can wait, 3 announcements';
