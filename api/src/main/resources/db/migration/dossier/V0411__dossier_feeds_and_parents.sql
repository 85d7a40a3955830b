-- What a dossier keeps beside its present state. Columns with constant defaults: no rewrite, a short exclusive lock.
alter table dossier.dossier
    -- Which system reported when for the last time: {"system": "time", ...}.
    add column feeds        jsonb not null default '{}',
    -- Which system each fact is from, where there is more than one: {"dueAt": "system", ...}.
    add column fact_sources jsonb not null default '{}',
    -- Interlinked procedures: the dossier that this one is a part of, and whether others are parts of this one.
    add column parent_code  text check (length(parent_code) <= 60),
    add column has_children boolean not null default false;

create index dossier_of_parent on dossier.dossier (parent_code) where parent_code is not null;
