-- People are told when the date of a dossier comes near, passes or moves. Widens a check: no row can fail it.
alter table notification.message
    drop constraint message_kind_check,
    add constraint message_kind_check
        check (kind in ('DOSSIER_STATUS', 'RATING_INVITATION', 'DUE_SOON', 'OVERDUE', 'DUE_DATE_MOVED')) not valid;
alter table notification.message validate constraint message_kind_check;
