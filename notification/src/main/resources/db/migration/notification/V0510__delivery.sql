-- Leases that are renewed, fair claims, order, one quota for all replicas, dead letters.

-- A dispatcher that is alive keeps its row young: one small update every few seconds renews the lease of everything it
-- holds. Whoever finds a row that lapsed deletes it and frees what it held.
create table notification.dispatcher (
    id uuid primary key,
    alive_until timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
grant select, insert, update, delete on notification.dispatcher to ${appRole};

-- The outbox holds only what is still to be sent, so these statements touch few rows. Claims of the old kind are given
-- back: at least once.
alter table notification.outbox
    drop constraint outbox_claim_has_a_lease,
    add column lane smallint not null default 1 check (lane between 0 and 2),
    add column tenant text,
    add column order_key bigint,
    add column claimed_by uuid,
    add column claimed_at timestamptz;
update notification.outbox
set claim_id = null,
    tenant = split_part(message.dossier_code, '-', 1),
    order_key = hashtextextended(outbox.installation_id || ' ' || message.dossier_code, 0)
from notification.message
where message.id = outbox.message_id;
drop index notification.outbox_waiting;
drop index notification.outbox_leased;
alter table notification.outbox
    drop column claimed_until,
    alter column lane drop default,
    alter column tenant set not null,
    alter column order_key set not null,
    -- The walk over tenants begins before the first one, at ''.
    add constraint outbox_tenant_has_a_name check (tenant <> ''),
    add constraint outbox_claim_is_whole check (num_nulls(claim_id, claimed_by, claimed_at) in (0, 3));
comment on column notification.outbox.lane is '0 urgent, 1 status of a dossier, 2 what can wait';
comment on column notification.outbox.tenant is 'the agency on whose behalf the person is told; shares are fair between tenants';
comment on column notification.outbox.order_key is 'one device and one dossier: sent one after the other';
create index outbox_due on notification.outbox (lane, tenant, next_attempt_at, id) where claim_id is null;
create index outbox_claimed on notification.outbox (claimed_by) where claim_id is not null;
create index outbox_order on notification.outbox (order_key, id);

-- What FCM lets one project send, shared by all replicas: tokens are taken in chunks. pace is the share of the quota that is
-- used; it halves when FCM says 429 and recovers slowly.
create table notification.quota (
    project text primary key,
    tokens double precision not null,
    refilled_at timestamptz not null,
    pace double precision not null default 1 check (pace > 0 and pace <= 1),
    slowed_at timestamptz,
    paused_until timestamptz
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
grant select, insert, update on notification.quota to ${appRole};

-- A push that ended badly may be sent again on an operator's word; then it ends anew. The index is small: few end so.
alter table notification.delivery add column resent_at timestamptz;
grant update (outcome, attempts, last_error, at, resent_at) on notification.delivery to ${appRole};
create index delivery_dead on notification.delivery (at desc, message_id desc, installation_id desc)
    where outcome in ('DROPPED', 'EXPIRED') and last_error is distinct from 'NO_DEVICE' and resent_at is null;

-- On whose behalf a person was told; absent in messages from before, which the agency in the dossier code stands for.
alter table notification.message add column agency text check (agency <> '');
