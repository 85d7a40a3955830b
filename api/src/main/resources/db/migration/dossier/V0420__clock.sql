-- What a dossier's dates are counted from again when the working time changes, and when somebody is to be told of them.
-- Columns with constant defaults: no rewrite. The two indexes hold open dossiers only.
alter table dossier.dossier
    -- [{"at": when it was given, "due": the date}], in order; another date than the one before it only.
    add column promises       jsonb   not null default '[]',
    add column extensions     integer not null default 0 check (extensions >= 0),
    add column extended_at    timestamptz,
    add column extension_late boolean not null default false,
    -- The next moment at which something may have to be told; null while the clock does not run.
    add column watch_at       timestamptz,
    -- The revision of the working time that the dates were counted with.
    add column clock_revision bigint  not null default 0,
    drop constraint dossier_limit_unit_check,
    add constraint dossier_limit_unit_check
        check (limit_unit in ('HOUR', 'WORKING_HOUR', 'DAY', 'WORKING_DAY', 'MONTH', 'YEAR')) not valid;

-- Until now a limit in hours was counted in office hours; it is called by its name from here on.
update dossier.dossier set limit_unit = 'WORKING_HOUR' where limit_unit = 'HOUR';
alter table dossier.dossier validate constraint dossier_limit_unit_check;

-- One date was kept until now; what was given before it is read again with the dossier's next event.
update dossier.dossier
   set promises = jsonb_build_array(jsonb_build_object('at', coalesce(received_at, last_event_at), 'due', due_given))
 where due_given is not null and clock_state <> 'ENDED';

create index dossier_behind on dossier.dossier (clock_revision, code) where clock_state in ('RUNNING', 'PAUSED');
create index dossier_watch on dossier.dossier (watch_at) where watch_at is not null;
