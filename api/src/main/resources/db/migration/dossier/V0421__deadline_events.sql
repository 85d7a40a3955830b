-- What was told about a date, once for each dossier, kind and date, whoever told it: the key holds that. It is the
-- agency's list of what came near and what passed. Append-only for the service.
create table dossier.deadline_event (
    id           bigint generated always as identity primary key,
    dossier_code text not null check (length(dossier_code) <= 60),
    kind         text not null check (kind in ('DUE_IN_DAYS', 'DUE_IN_HOURS', 'OVERDUE')),
    due_at       timestamptz not null,
    agency       text not null,
    procedure_code text,
    at           timestamptz not null,
    -- Whether its applicant was told; not for a date that had passed long before anybody heard of the dossier.
    told         boolean not null,
    constraint deadline_told_once unique (dossier_code, kind, due_at)
);
create index deadline_event_of_agency on dossier.deadline_event (agency text_pattern_ops, id desc);

grant select, insert on dossier.deadline_event to ${appRole};
