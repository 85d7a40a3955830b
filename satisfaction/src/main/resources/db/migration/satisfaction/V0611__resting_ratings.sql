-- A redeemed rating rests until it can be mixed with at least nine others. What it says is encrypted under a key that is not
-- in the database; what it is about stood on its ticket in the clear, too. It goes away when it is mixed.
create table satisfaction.resting (
    receipt_hash bytea primary key check (length(receipt_hash) = 32),
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    field text not null,
    procedure text not null,
    outcome text not null,
    channel text not null,
    mix_from date not null,
    sealed bytea not null
);
create index resting_agency on satisfaction.resting (agency);

-- Ended dossiers to be counted: only ever inserted and taken away, so that batches of dossiers never wait for each other.
create table satisfaction.ended (
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    field text not null,
    procedure text not null,
    outcome text not null,
    channel text not null,
    finished bigint not null check (finished > 0)
);

-- "*" in a mixed rating: not kept, because too few ratings shared it.
alter table satisfaction.rating add column answers smallint[];
update satisfaction.rating set
    answers = array[access, procedures, officials, result, feedback, overall],
    procedure = coalesce(procedure, 'UNKNOWN');
alter table satisfaction.rating
    drop column access, drop column procedures, drop column officials,
    drop column result, drop column feedback, drop column overall,
    alter column answers set not null,
    alter column procedure set not null,
    add constraint rating_levels check (0 <= all (answers) and 5 >= all (answers));
create index rating_agency_month on satisfaction.rating (agency, month);

grant select, insert, delete on satisfaction.resting, satisfaction.ended to ${appRole};
grant update (sealed) on satisfaction.resting to ${appRole};
