-- What firms need of dossiers: whom a dossier belongs to besides its person, who watches it, and a queue of changes that
-- the organisation feature takes and puts in order. The index locks dossier.dossier against writing while it is built.

-- The holder of a dossier as a firm: the enterprise code, or for a household business with a 12-digit number its keyed hash.
create function dossier.holder(organisation_code text, applicant_kind text, person_key uuid) returns text
    language sql immutable parallel safe
    return coalesce(organisation_code,
                    case when applicant_kind = 'HOUSEHOLD_BUSINESS' then 'hkd-' || person_key end);

create index dossier_of_organisation_by_code on dossier.dossier (organisation_code, code)
    where organisation_code is not null;

create table dossier.watch (
    watcher      text not null check (length(watcher) <= 60),
    dossier_code text not null check (length(dossier_code) <= 60),
    added_at     timestamptz not null default now(),
    -- The upload that last named the code: replacing a list removes what the new file did not name.
    upload       uuid not null,
    primary key (watcher, dossier_code)
);
create index watch_of_dossier on dossier.watch (dossier_code);
grant select, insert, update, delete on dossier.watch to ${appRole};

-- A queue: rows are taken out soon after they were committed. Codes and states only, as they were after the change.
create table dossier.change (
    id             bigint generated always as identity primary key,
    kind           text not null check (kind in ('CHANGED', 'GONE')),
    holder         text,
    dossier_code   text not null,
    status         smallint,
    procedure_code text,
    agency         text,
    received_at    timestamptz,
    due_at         timestamptz,
    ended_at       timestamptz,
    clock_state    text,
    changed_at     timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
grant select, insert, delete on dossier.change to ${appRole};

-- Whoever changes a dossier, and for whatever reason, tells it here in the same transaction: the row is locked, so the
-- numbers of one dossier's changes are in the order of their commits. Dossiers that no firm holds or watches cost one probe.
create function dossier.tell_firms_of_update() returns trigger language plpgsql as $$
begin
    insert into dossier.change (kind, holder, dossier_code, status, procedure_code, agency, received_at, due_at, ended_at,
                                clock_state)
    select 'CHANGED', dossier.holder(n.organisation_code, n.applicant_kind, n.person_key), n.code, n.status,
           n.procedure_code, coalesce(n.agency_competent, n.agency_reception, n.agency_support), n.received_at, n.due_at,
           n.ended_at, n.clock_state
    from after_update n
    join before_update o on o.code = n.code
    where (dossier.holder(n.organisation_code, n.applicant_kind, n.person_key) is not null
           or exists (select from dossier.watch w where w.dossier_code = n.code))
      and (n.status, n.procedure_code, n.agency_competent, n.agency_reception, n.agency_support, n.received_at, n.due_at,
           n.ended_at, n.clock_state, n.timeline, n.organisation_code)
          is distinct from
          (o.status, o.procedure_code, o.agency_competent, o.agency_reception, o.agency_support, o.received_at, o.due_at,
           o.ended_at, o.clock_state, o.timeline, o.organisation_code);

    -- The sender corrected whose it is: the firm that had it until now is told no more than that.
    insert into dossier.change (kind, holder, dossier_code)
    select 'GONE', dossier.holder(o.organisation_code, o.applicant_kind, o.person_key), o.code
    from before_update o
    join after_update n on n.code = o.code
    where dossier.holder(o.organisation_code, o.applicant_kind, o.person_key)
          <> coalesce(dossier.holder(n.organisation_code, n.applicant_kind, n.person_key), '');
    return null;
end
$$;
create trigger tell_firms_of_update after update on dossier.dossier
    referencing old table as before_update new table as after_update
    for each statement execute function dossier.tell_firms_of_update();

-- A new dossier cannot be watched yet.
create function dossier.tell_firms_of_insert() returns trigger language plpgsql as $$
begin
    insert into dossier.change (kind, holder, dossier_code, status, procedure_code, agency, received_at, due_at, ended_at,
                                clock_state)
    select 'CHANGED', dossier.holder(n.organisation_code, n.applicant_kind, n.person_key), n.code, n.status,
           n.procedure_code, coalesce(n.agency_competent, n.agency_reception, n.agency_support), n.received_at, n.due_at,
           n.ended_at, n.clock_state
    from after_insert n
    where dossier.holder(n.organisation_code, n.applicant_kind, n.person_key) is not null;
    return null;
end
$$;
create trigger tell_firms_of_insert after insert on dossier.dossier
    referencing new table as after_insert
    for each statement execute function dossier.tell_firms_of_insert();
