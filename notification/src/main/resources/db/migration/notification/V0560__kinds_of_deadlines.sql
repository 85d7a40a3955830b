-- The kinds of messages are the service's closed list (Notice.Kind), as for templates; a new one needs no migration. People
-- are now also told when the date of a dossier comes near, passes or moves. Widens a check: no row can fail it.
alter table notification.message
    drop constraint message_kind_check,
    add constraint message_kind_check check (kind ~ '^[A-Z_]{1,40}$') not valid;
alter table notification.message validate constraint message_kind_check;
