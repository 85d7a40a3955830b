-- The ledger: a Merkle tree (RFC 9162) of what was counted, held for later, set aside or rejected. It only ever grows, whoever
-- tries otherwise; whoever switches these triggers off is found out by the tree itself. New tables and constant
-- columns: locks are held for an instant.
create table satisfaction.ledger_leaf (
    index bigint primary key check (index >= 0),
    type text not null check (
        type in ('IMPORT', 'BATCH', 'SET_ASIDE', 'RATING', 'ATOM', 'HELD', 'RELEASED', 'REJECTED')),
    -- Exactly what is hashed.
    leaf text not null check (length(leaf) between 2 and 4000),
    -- By what the holder of a receipt finds the rating; it is made from the receipt, which nobody else has.
    rating_id bytea check (length(rating_id) = 16),
    -- The batch that was set aside and is decided here, once.
    decides bigint unique references satisfaction.ledger_leaf (index),
    constraint ledger_leaf_of_rating check ((rating_id is not null) = (type in ('RATING', 'HELD'))),
    constraint ledger_leaf_of_decision check ((decides is not null) = (type in ('RELEASED', 'REJECTED'))),
    constraint ledger_leaf_once unique (rating_id, type)
);

-- Hashes of complete subtrees: level 0 are leaves, index counts from the left. What is written never changes, so that proofs
-- of any size read a few rows, and an appended leaf writes two on average.
create table satisfaction.ledger_node (
    level smallint not null check (level between 0 and 62),
    index bigint not null check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (level, index)
);

create table satisfaction.ledger_head (
    number bigint generated always as identity primary key,
    size bigint not null check (size > 0),
    root bytea not null check (length(root) = 32),
    signed_at timestamptz not null unique,
    key_id text not null,
    signature text not null
);

-- Opens the digest of a batch: whoever checks the ledger can compare it with the ratings of the batch, and nobody can guess
-- them from the digest alone.
create table satisfaction.ledger_batch (
    batch bigint primary key,
    salt bytea not null check (length(salt) = 32)
);

-- One line for each day on which everything was checked.
create table satisfaction.ledger_audit (
    day date primary key,
    size bigint not null,
    findings integer not null check (findings >= 0)
);

-- The batch with which a rating was mixed; ratings from before the ledger have none.
alter table satisfaction.rating add column batch bigint;
create index rating_batch on satisfaction.rating (batch);

-- Whether the ledger holds the rating already, because the promised day came before ten of its kind did.
alter table satisfaction.resting add column held boolean not null default false;

create function satisfaction.guard_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% only grows', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['ledger_leaf', 'ledger_node', 'ledger_head', 'ledger_batch', 'ledger_audit', 'atom', 'rating'] loop
        execute format(
            'create trigger %1$s_append_only before update or delete on satisfaction.%1$s
             for each row execute function satisfaction.guard_append_only()', guarded);
        execute format(
            'create trigger %1$s_not_emptied before truncate on satisfaction.%1$s
             for each statement execute function satisfaction.guard_append_only()', guarded);
    end loop;
end $$;

create function satisfaction.guard_next_leaf() returns trigger language plpgsql as $$
begin
    if new.index <> coalesce((select max(index) + 1 from satisfaction.ledger_leaf), 0) then
        raise exception 'a leaf comes behind the last one' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger ledger_leaf_next before insert on satisfaction.ledger_leaf
    for each row execute function satisfaction.guard_next_leaf();

create function satisfaction.guard_next_head() returns trigger language plpgsql as $$
begin
    if exists (select from satisfaction.ledger_head where signed_at >= new.signed_at or size > new.size) then
        raise exception 'a head is later than all and not smaller' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger ledger_head_next before insert on satisfaction.ledger_head
    for each row execute function satisfaction.guard_next_head();

grant select, insert on satisfaction.ledger_leaf, satisfaction.ledger_node, satisfaction.ledger_head,
    satisfaction.ledger_batch, satisfaction.ledger_audit to ${appRole};
grant update (held) on satisfaction.resting to ${appRole};
