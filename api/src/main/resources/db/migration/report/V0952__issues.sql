-- Reports as they were handed in. An issue is never changed: a correction is a new issue that names the one it takes the place
-- of, and each is replaced once. New tables: locks nothing.
create schema report;
grant usage on schema report to ${appRole};

create table report.issue (
    number     bigint generated always as identity primary key,
    id         uuid not null unique default uuidv7(),
    agency     text collate "C" not null check (length(agency) <= 35),
    form       text not null check (length(form) <= 40),
    period     text not null check (length(period) <= 20),
    basis      text not null check (basis in ('REPORT', 'CALENDAR')),
    group_by   text not null check (length(group_by) <= 20),
    as_of      timestamptz not null,
    recipe     text not null,
    -- The report as JSON, to the byte as it was answered, and the SHA-256 of it.
    body       text not null,
    checksum   bytea not null check (length(checksum) = 32),
    open_total bigint,
    corrects   uuid unique references report.issue (id),
    reason     text check (length(reason) <= 1000),
    issued_by  text not null check (length(issued_by) between 1 and 200),
    issued_at  timestamptz not null default now(),
    check ((corrects is null) = (reason is null))
);
create unique index issue_first_once on report.issue (agency, form, period, basis, group_by) where corrects is null;
create index issue_of_agency on report.issue (agency, number desc);
grant select, insert on report.issue to ${appRole};

-- Not even the owner of the table rewrites what was handed in.
create function report.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'an issued report is never changed; issue a correction' using errcode = 'restrict_violation';
end
$$;
create trigger issue_is_final before update or delete on report.issue
    for each row execute function report.refuse_change();
