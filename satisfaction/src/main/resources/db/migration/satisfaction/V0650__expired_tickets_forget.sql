-- A ticket that nobody used forgets what it was copied from the dossier for, like a used one. It stays, as a dossier must not
-- get a second one. Widens a check: no row can fail it, and it is validated without blocking writers; the index, of tickets
-- that still know something, locks the table against writes while it is built.
alter table satisfaction.ticket
    drop constraint ticket_open_knows_used_forgets,
    add constraint ticket_open_knows_others_forget check (
        (answers_mac is not null) = redeemed
        and (num_nonnulls(agency, procedure, field, outcome, channel, ended_month) = 0
            or not redeemed and num_nulls(agency, field, outcome, channel, ended_month) = 0)
    ) not valid;
alter table satisfaction.ticket validate constraint ticket_open_knows_others_forget;
create index ticket_to_forget on satisfaction.ticket (expires_on) where agency is not null;
