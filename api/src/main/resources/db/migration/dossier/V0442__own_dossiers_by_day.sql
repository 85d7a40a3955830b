-- Own dossiers in an order that never changes: by the day in the code, then by code. A list by latest change skipped what
-- changed between two pages, and its index was rewritten on every event. Blocks writes to dossiers while the index is built.
create function dossier.filed_on(code text) returns text
    language sql
    immutable
    parallel safe
    strict
    return case length(split_part(code, '-', 2)) when 6 then '20' || split_part(code, '-', 2) else split_part(code, '-', 2) end;

create index dossier_of_person_by_day on dossier.dossier (person_key, dossier.filed_on(code) desc, code desc)
    where person_key is not null;

drop index dossier.dossier_of_person;

grant execute on function dossier.filed_on(text) to ${appRole};
