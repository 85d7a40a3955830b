-- Phones follow the catalogue by a change feed ordered by release. Two invariants make its cursors safe; they stand here,
-- below every program that writes. Locks: catalogue.editorial for the length of one update of a small table.

-- 1. Releases are numbered in the order in which they become visible: whoever inserts one holds the lock of all releases
-- until the transaction ends, and takes the number only afterwards (a statement trigger runs before the first row).
create function catalogue.release_one_at_a_time() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('catalogue.release', 0));
    return null;
end
$$;
create trigger release_one_at_a_time before insert on catalogue.release
    for each statement execute function catalogue.release_one_at_a_time();

-- 2. The editors' words know the release that brought them. Null means "changed since", and counts as the latest release.
alter table catalogue.editorial add column release_id bigint references catalogue.release on delete set null;
update catalogue.editorial set release_id = (select max(id) from catalogue.release);
create index editorial_unreleased on catalogue.editorial (code) where release_id is null;

create function catalogue.editorial_awaits_release() returns trigger language plpgsql as $$
begin
    new.release_id := null;
    return new;
end
$$;
create trigger editorial_awaits_release
    before insert or update of name_en, summary_vi, summary_en, life_events, keywords on catalogue.editorial
    for each row execute function catalogue.editorial_awaits_release();

create function catalogue.release_takes_editorials() returns trigger language plpgsql as $$
begin
    update catalogue.editorial set release_id = new.id where release_id is null;
    return null;
end
$$;
create trigger release_takes_editorials after insert on catalogue.release
    for each row execute function catalogue.release_takes_editorials();
