-- Agencies and administrative units: who is meant by a code. Two code systems, two tables: agency codes (QĐ 20/2020/QĐ-TTg)
-- are not the statistical codes of provinces and communes. Closed codes stay, with an end, because old dossiers bear them.
create schema agency;
grant usage on schema agency to ${appRole};

create table agency.administrative_unit (
    code text primary key check (code ~ '^[0-9]{2,10}$'),
    name text not null check (name <> ''),
    kind text not null check (kind in ('PROVINCE', 'COMMUNE')),
    parent text references agency.administrative_unit (code),
    agency_code text,
    check ((kind = 'PROVINCE') = (parent is null))
);

create table agency.agency (
    code text primary key check (code ~ '^[A-Z0-9]+(\.[A-Z0-9]+)*$' and length(code) <= 35),
    parent text references agency.agency (code),
    name text not null check (name <> ''),
    level text not null check (level in ('MINISTRY', 'PROVINCE', 'DEPARTMENT', 'COMMUNE', 'OTHER')),
    administrative_unit text references agency.administrative_unit (code),
    valid_from date,
    -- First day on which the code is no longer in use.
    valid_to date check (valid_to > valid_from),
    -- A level is a group of the code: H44.07 lies below H44 and nowhere else.
    check (parent is null or code like parent || '.%')
);

-- The two tables point at each other; the check waits for the end of the transaction that fills both.
alter table agency.administrative_unit
    add foreign key (agency_code) references agency.agency (code) deferrable initially deferred;

grant select on agency.administrative_unit, agency.agency to ${appRole};
