-- From when the age of a push counts: it stands still in quiet hours, whatever happens to the push afterwards. The outbox holds
-- only what is still to be sent, so these statements touch few rows. What waits for a morning now counts from then.
alter table notification.outbox add column counts_from timestamptz not null default now();
update notification.outbox
set counts_from = case when last_error = 'QUIET_HOURS' then greatest(created_at, next_attempt_at) else created_at end;
comment on column notification.outbox.counts_from is 'when it was written, moved on by the time that it had to wait';

-- What waits is not late: the oldest unsent push is the one that counts from the earliest moment.
drop index notification.outbox_oldest;
create index outbox_oldest on notification.outbox (counts_from);
