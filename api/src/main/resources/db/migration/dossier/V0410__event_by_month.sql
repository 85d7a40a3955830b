-- Events lie in one partition for each month, so that a month can be vacuumed, moved or dropped alone. The month is that of
-- the receipt date in the dossier code: all events of a dossier lie together, uniqueness within a dossier needs one
-- partition only, and whoever knows a code knows where to look (docs/adr/0020). Copies the table under an exclusive lock:
-- about ten seconds for a million events.

-- yyyymm of the date in a code (yyMMdd or yyyyMMdd), 0 where it holds none of this century. vn.motcua.dossier.EventMonth
-- says the same.
create function dossier.month_of(code text) returns integer
    language sql immutable strict parallel safe
    return coalesce(200000 + substring(code from '-(?:20)?(\d{4})\d{2}-\d+$')::integer, 0);

create sequence dossier.event_number;
grant usage on sequence dossier.event_number to ${appRole};

alter table dossier.event rename to event_before;
alter table dossier.event_before rename constraint event_told_once to event_before_told_once;

create table dossier.event (
    id                bigint not null default nextval('dossier.event_number'),
    month             integer not null check (month = dossier.month_of(dossier_code)),
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
    -- Why a dossier was refused, stopped or sent back, as far as it may stand in clear.
    reason_code       text check (length(reason_code) <= 60),
    component_ref     text check (length(component_ref) <= 60),
    reason_missing    boolean not null default false,
    -- The same news from the same system is no news, whatever its id; from another system it is a confirmation. Also the
    -- index that a fold reads.
    constraint event_told_once unique (dossier_code, content_hash, source, month)
) partition by list (month);

-- Codes without a date of this century, and months whose partition could not be made in time.
create table dossier.event_undated partition of dossier.event default;

grant select, insert on dossier.event to ${appRole};

-- Which ids a system has used, and for what: the first 16 bytes of sha256(source, line feed, event id) and of the content
-- hash. Not partitioned by month, because an id is used once whatever dossier it speaks of.
create table dossier.event_key (
    id      uuid primary key,
    content uuid not null
);
grant select, insert on dossier.event_key to ${appRole};

-- Makes the partition of a month; false when there is one already. Waits for locks a moment only, because intake goes on
-- meanwhile: on failure the month's events go to the default partition, and a later call takes them along.
create function dossier.add_event_month(wanted integer) returns boolean
    language plpgsql security definer set search_path = pg_catalog set lock_timeout = '250ms' as $$
declare
    partition text := format('event_%s', wanted);
begin
    if wanted is null or wanted not between 200001 and 209912 or wanted % 100 not between 1 and 12 then
        raise exception 'not a month: %', wanted using errcode = 'invalid_parameter_value';
    end if;
    if to_regclass('dossier.' || partition) is not null then
        return false;
    end if;
    -- Two replicas that find the same month missing make it once.
    perform pg_advisory_xact_lock(hashtextextended('dossier.add_event_month', 0));
    if to_regclass('dossier.' || partition) is not null then
        return false;
    end if;
    execute format('create table dossier.%I (like dossier.event including defaults including constraints including storage)',
                   partition);
    -- Nobody adds to the month between the move and the attachment.
    lock table dossier.event_undated in access exclusive mode;
    execute format('with moved as (delete from dossier.event_undated where month = $1 returning *) '
                   || 'insert into dossier.%I select * from moved', partition) using wanted;
    execute format('alter table dossier.event attach partition dossier.%I for values in (%s)', partition, wanted);
    return true;
end
$$;
revoke execute on function dossier.add_event_month(integer) from public;
grant execute on function dossier.add_event_month(integer) to ${appRole};

select dossier.add_event_month(month)
from (select distinct dossier.month_of(dossier_code) as month from dossier.event_before) known
where month > 0 and month % 100 between 1 and 12;

insert into dossier.event_key (id, content)
select encode(substring(sha256(convert_to(source || chr(10) || event_id, 'UTF8')) for 16), 'hex')::uuid,
       encode(substring(content_hash for 16), 'hex')::uuid
from dossier.event_before;

insert into dossier.event (id, month, source, event_id, dossier_code, status, occurred_at, received_by_us_at, payload,
                           person_key, proofs, sealed, content_hash)
select id, dossier.month_of(dossier_code), source, event_id, dossier_code, status, occurred_at, received_by_us_at, payload,
       person_key, proofs, sealed, content_hash
from dossier.event_before
order by id;

select setval('dossier.event_number', (select coalesce(max(id), 0) + 1 from dossier.event_before), false);

drop table dossier.event_before;
