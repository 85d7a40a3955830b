-- Who looked at a dossier, for its owner. Append-only for the service: it can neither change nor delete a row; rows older
-- than the retention rule are deleted by a function that holds the rule itself. New tables: nothing is locked.
create table dossier.access (
    id           bigint generated always as identity primary key,
    dossier_code text not null check (length(dossier_code) <= 60),
    at           timestamptz not null default now(),
    role         text not null check (role in ('OFFICER', 'ONE_STOP_SYSTEM', 'ADMINISTRATOR')),
    agency       text,
    position     text check (length(position) <= 200),
    purpose      text not null check (purpose in ('HANDLING', 'SUPPORT', 'COMPLAINT', 'INSPECTION', 'RECEIPT')),
    -- The account, for an inquiry; never shown to the owner.
    account      text not null check (length(account) between 1 and 200)
);
create index access_of_dossier on dossier.access (dossier_code, at desc, id desc);
create index access_by_age on dossier.access using brin (at);

-- Somebody had the code and a proof: which day, from how many networks. `network` is a keyed hash of the network's address.
-- Also tells a network that has succeeded before from one that guesses.
create table dossier.proof_lookup (
    dossier_code text not null check (length(dossier_code) <= 60),
    day          date not null,
    network      bigint not null,
    primary key (dossier_code, day, network)
);
create index proof_lookup_by_age on dossier.proof_lookup using brin (day);

-- Months that access logs are kept: 24 (a proposal, not law), the owner of the database may change it.
create table dossier.retention (
    what   text primary key,
    months integer not null check (months >= 1)
);
insert into dossier.retention (what, months) values ('access', 24), ('proof_lookup', 24);

grant select, insert on dossier.access, dossier.proof_lookup to ${appRole};
grant select on dossier.retention to ${appRole};

create function dossier.forget_old_accesses() returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    forgotten bigint;
    more bigint;
begin
    delete from dossier.access
    where at < now() - make_interval(months => (select months from dossier.retention where what = 'access'));
    get diagnostics forgotten = row_count;
    delete from dossier.proof_lookup
    where day < current_date - make_interval(months => (select months from dossier.retention where what = 'proof_lookup'));
    get diagnostics more = row_count;
    return forgotten + more;
end
$$;
revoke execute on function dossier.forget_old_accesses() from public;
grant execute on function dossier.forget_old_accesses() to ${appRole};
