-- What figures are counted from: one narrow row for each time that a dossier was in one state since its reception, with what
-- was judged of it. Reports read this and never the wide rows that phones look up. Kept by the service behind the intake:
-- triggers only note which dossiers changed. Creating triggers locks dossier.dossier for a moment; noting the dossiers that
-- exist takes about a second for a million.
create table dossier.stay (
    code         text not null,
    number       smallint not null,
    -- Byte order, so that the units below H44 lie between 'H44.' and 'H44/'.
    agency       text collate "C" not null,
    field        text not null,
    procedure    text not null,
    channel      text check (channel in ('DIRECT', 'ONLINE', 'POSTAL')),
    received_at  timestamptz not null,
    -- As numbered by the national portal; 4 for both states of work (2, 4) and 9 for both of the result (9, 10).
    state        smallint not null check (state in (4, 5, 6, 7, 8, 9)),
    from_at      timestamptz not null,
    -- Infinity while it lasts.
    to_at        timestamptz not null check (to_at >= from_at),
    -- Judged at its beginning (0 not counted, 1 early, 2 on time, 3 overdue); null while the clock or a payment runs: then
    -- it is overdue from `overdue_from` on, never where that is null.
    verdict      smallint check (verdict between 0 and 3),
    overdue_from timestamptz,
    dated        boolean not null,
    primary key (code, number),
    check (verdict is not null or state in (4, 6))
);
-- What was open at some time since, what was finished in a period, what was finished and then taken up again.
create index stay_open on dossier.stay (agency, to_at) where state <> 9;
create index stay_finished on dossier.stay (agency, from_at) where state = 9;
create index stay_reopened on dossier.stay (agency, to_at) where state = 9 and to_at < 'infinity';
grant select, insert, delete on dossier.stay to ${appRole};

-- Dossiers whose stays are to be made again.
create table dossier.stay_due (
    id        bigint generated always as identity primary key,
    code      text not null,
    queued_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
-- Update: only to lock the rows that are taken.
grant select, insert, update, delete on dossier.stay_due to ${appRole};

create function dossier.note_stays_of_insert() returns trigger language plpgsql as $$
begin
    insert into dossier.stay_due (code) select n.code from after_insert n;
    return null;
end
$$;
create trigger note_stays_of_insert after insert on dossier.dossier
    referencing new table as after_insert
    for each statement execute function dossier.note_stays_of_insert();

create function dossier.note_stays_of_update() returns trigger language plpgsql as $$
begin
    insert into dossier.stay_due (code)
    select n.code
    from after_update n
    join before_update o on o.code = n.code
    where (n.status, n.procedure_code, n.field_code, n.agency_competent, n.agency_reception, n.agency_support, n.channel,
           n.received_at, n.due_at, n.has_children, n.timeline)
          is distinct from
          (o.status, o.procedure_code, o.field_code, o.agency_competent, o.agency_reception, o.agency_support, o.channel,
           o.received_at, o.due_at, o.has_children, o.timeline);
    return null;
end
$$;
create trigger note_stays_of_update after update on dossier.dossier
    referencing old table as before_update new table as after_update
    for each statement execute function dossier.note_stays_of_update();

insert into dossier.stay_due (code) select code from dossier.dossier;
