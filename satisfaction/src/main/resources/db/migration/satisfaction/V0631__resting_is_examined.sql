-- A resting rating knows the day on which it was given and whether that took no time at all, until it is mixed: by these the
-- ratings that do not look like people's are told apart. Constant defaults: no row is rewritten, locks are held for an instant.
alter table satisfaction.resting
    add column rated_on date not null default date '2026-01-01',
    add column pace text not null default 'UNKNOWN' check (pace in ('FAST', 'USUAL', 'UNKNOWN')),
    add column examined boolean not null default false;
update satisfaction.resting set rated_on = current_date;
alter table satisfaction.resting
    alter column rated_on drop default,
    alter column pace drop default;
grant update (examined) on satisfaction.resting to ${appRole};
