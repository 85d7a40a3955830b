-- What became of pushes, day by day: counters, no persons. Each dispatcher writes rows of its own shard, so that replicas do
-- not wait for each other; a day is the sum of its shards. The day is the one on which the person was told.
create table notification.delivery_day (
    day date not null,
    shard smallint not null,
    sent bigint not null default 0,
    pruned bigint not null default 0,
    dropped bigint not null default 0,
    expired bigint not null default 0,
    quick bigint not null default 0,
    waited_for_morning bigint not null default 0,
    received bigint not null default 0,
    opened bigint not null default 0,
    oldest_unsent_seconds bigint not null default 0,
    primary key (day, shard)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
comment on column notification.delivery_day.quick is 'ended, however, within ten seconds';
comment on column notification.delivery_day.waited_for_morning is 'held back by quiet hours: neither quick nor slow';
grant select, insert, update on notification.delivery_day to ${appRole};

-- What phones report, once each.
create table notification.receipt (
    message_id uuid not null references notification.message (id) on delete cascade,
    installation_id text not null,
    event text not null check (event in ('RECEIVED', 'OPENED')),
    at timestamptz not null default now(),
    primary key (message_id, installation_id, event)
);
grant select, insert on notification.receipt to ${appRole};
