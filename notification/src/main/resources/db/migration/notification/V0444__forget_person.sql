-- A person's right to have devices, preferences and inbox deleted. The service may not delete messages by itself; this
-- function deletes those of one person, with what refers to them, and nothing else. Locks the person's own rows only.
create function notification.forget_person(person uuid) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    total bigint := 0;
    gone bigint;
begin
    delete from notification.outbox o using notification.message m where m.id = o.message_id and m.person_key = person;
    delete from notification.delivery d using notification.message m where m.id = d.message_id and m.person_key = person;
    delete from notification.message where person_key = person;
    get diagnostics gone = row_count;
    total := total + gone;
    delete from notification.device where person_key = person;
    get diagnostics gone = row_count;
    total := total + gone;
    -- The table came with a migration of another number; without it there are no preferences.
    if to_regclass('notification.preference') is not null then
        execute 'delete from notification.preference where person_key = $1' using person;
        get diagnostics gone = row_count;
        total := total + gone;
    end if;
    return total;
end
$$;
revoke execute on function notification.forget_person(uuid) from public;
grant execute on function notification.forget_person(uuid) to ${appRole};
