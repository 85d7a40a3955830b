-- What an agency has on its desk: the open dossiers of the agency that handles them. The codes of the units below an agency
-- lie between `CODE.` and `CODE/` in byte order. Blocks writes to dossiers while the indexes are built.
create function dossier.handled_by(competent text, reception text, support text) returns text
    language sql
    immutable
    parallel safe
    return coalesce(competent, reception, support, '');

create index dossier_queue_by_due on dossier.dossier (
    dossier.handled_by(agency_competent, agency_reception, agency_support) collate "C",
    (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')), code)
    where ended_at is null;

grant execute on function dossier.handled_by(text, text, text) to ${appRole};
