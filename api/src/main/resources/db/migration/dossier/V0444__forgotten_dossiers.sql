-- Whose a dossier was is forgotten some time after its end: what figures are counted from stays. The column has no default: no
-- rewrite. Building the index blocks writes to dossiers for a moment.
alter table dossier.dossier
    -- When whose it was was forgotten; null again with its next event.
    add column forgotten_at timestamptz;

create index dossier_to_forget on dossier.dossier (last_event_at)
    where ended_at is not null and forgotten_at is null;

-- Months after its last step (a proposal, not law); the owner of the database may change it.
insert into dossier.retention (what, months) values ('dossier', 12);

-- Forgets up to so many dossiers that ended before that time, those first that ended first; tells how many. Events are
-- append-only for the service: only this function, which holds the rule itself, takes anything from them. What tells a
-- repeated event apart (ids and content as keyed hashes) stays. A part is forgotten with the whole that it belongs to.
create function dossier.forget_old_dossiers(most integer) returns integer
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    oldest timestamptz := now()
        - make_interval(months => (select months from dossier.retention where what = 'dossier'));
    codes text[];
    partitions integer[];
begin
    select array_agg(code)
    into codes
    from (
        select d.code
        from dossier.dossier d
        where d.ended_at is not null and d.forgotten_at is null and d.last_event_at < oldest
            and not exists (
                select from dossier.dossier whole
                where whole.code = d.parent_code and (whole.ended_at is null or whole.last_event_at >= oldest))
        order by d.last_event_at
        limit least(most, 1000)
        for update of d skip locked) as old;
    if codes is null then
        return 0;
    end if;
    -- First, so that nobody is told of a change.
    delete from dossier.watch where dossier_code = any (codes);
    select array_agg(distinct dossier.month_of(code)) into partitions from unnest(codes) as old (code);
    update dossier.event
    set person_key = null, proofs = '', sealed = null, payload = payload - 'organisationCode'
    where dossier_code = any (codes) and month = any (partitions);
    update dossier.dossier
    set person_key = null, organisation_code = null, proofs = '', forgotten_at = now(),
        fact_sources = fact_sources - 'personKey' - 'organisationCode'
    where code = any (codes);
    return cardinality(codes);
end
$$;
revoke execute on function dossier.forget_old_dossiers(integer) from public;
grant execute on function dossier.forget_old_dossiers(integer) to ${appRole};
