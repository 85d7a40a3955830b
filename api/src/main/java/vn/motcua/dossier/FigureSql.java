package vn.motcua.dossier;

/**
 * What figures are asked with. $1 agency, $2 begin, $3 end (exclusive), $4 states that are done, $5 states that are paused.
 * Each dossier is looked at where the period begins and where it ends, so that all columns of a report add up.
 */
final class FigureSql {
    private static final String STAY = """
            select code, agency, field, procedure, channel, received_at, state::int4 as state, from_at, to_at,
                   case when verdict is not null then verdict::int4
                        when overdue_from < $3 then 3
                        when dated then 2
                        else 0 end as verdict
            from dossier.stay
            where agency >= $1 and agency < $1 || '/'
            """;

    /** Only what was not finished for some of the time is read; each branch has an index of its own. */
    private static final String TOUCHED = STAY + "and state <> 9 and from_at < $3 and to_at >= $2\nunion all\n" + STAY
            + "and state = 9 and from_at >= $2 and from_at < $3\nunion all\n" + STAY
            + "and state = 9 and from_at < $2 and to_at >= $2 and to_at < $3 and to_at < 'infinity'\n";

    /** One row for each dossier that was not done for some of the period. */
    static final String COUNTED = "with touched as (" + TOUCHED + """
            ), ends as (
                select code, agency, field, procedure, channel, received_at,
                       max(state) filter (where from_at < $2 and to_at >= $2) as before,
                       max(state) filter (where from_at < $3 and to_at >= $3) as after,
                       max(verdict) filter (where from_at < $3 and to_at >= $3) as verdict,
                       max(from_at) filter (where from_at < $3 and to_at >= $3) as since
                from touched
                group by code, agency, field, procedure, channel, received_at
            ), counted as (
                select *,
                       case when before is null then 'NEW' when before = any($4) then 'DONE' else 'OPEN' end as came,
                       case when after = any($4) then 'DONE' when after = any($5) then 'PAUSED' else 'OPEN' end as stands
                from ends
                where after is not null and not (before is not null and before = any($4) and after = any($4))
            )
            """;

    private static final String COUNTS = """
                   count(*) filter (where came = 'NEW' and channel = 'ONLINE') as received_online,
                   count(*) filter (where came = 'NEW' and channel = 'POSTAL') as received_post,
                   count(*) filter (where came = 'NEW') as received,
                   count(*) filter (where came = 'OPEN') as carried_over,
                   count(*) filter (where came = 'DONE' and channel = 'ONLINE') as reopened_online,
                   count(*) filter (where came = 'DONE' and channel is distinct from 'ONLINE') as reopened_offline,
                   count(*) filter (where stands = 'DONE' and verdict = 1) as done_early,
                   count(*) filter (where stands = 'DONE' and verdict = 2) as done_on_time,
                   count(*) filter (where stands = 'DONE' and verdict = 3) as done_overdue,
                   count(*) filter (where stands = 'DONE' and verdict = 0) as done_undated,
                   count(*) filter (where stands = 'OPEN' and verdict in (1, 2)) as open_in_time,
                   count(*) filter (where stands = 'OPEN' and verdict = 3) as open_overdue,
                   count(*) filter (where stands = 'OPEN' and verdict = 0) as open_undated,
                   count(*) filter (where stands = 'PAUSED' and verdict in (1, 2)) as paused_in_time,
                   count(*) filter (where stands = 'PAUSED' and verdict = 3) as paused_overdue,
                   count(*) filter (where stands = 'PAUSED' and verdict = 0) as paused_undated,
                   count(*) filter (where after = 9) as finished,
                   coalesce(sum(extract(epoch from since - received_at) / 86400) filter (where after = 9), 0)::float8 as days
            """;

    static final String BY_AGENCY =
            COUNTED + "select agency, null::text as field,\n" + COUNTS + "from counted group by agency order by agency";

    static final String BY_FIELD =
            COUNTED + "select agency, field,\n" + COUNTS + "from counted group by agency, field order by agency, field";

    /** The last reason that was given for it, whatever the step. */
    static final String OVERDUE_REASONS = COUNTED + """
            select agency, field, coalesce(said.reason_code, '') as reason, count(*) as dossiers
            from counted
            left join lateral (
                select e.reason_code
                from dossier.event e
                where e.dossier_code = counted.code and e.month = dossier.month_of(counted.code)
                      and e.reason_code is not null and e.occurred_at < $3
                order by e.occurred_at desc, e.id desc
                limit 1) said on true
            where verdict = 3
            group by agency, field, reason
            order by agency, field, reason
            """;

    /** $6 codes: those of these dossiers that are in time. */
    static final String IN_TIME_AMONG = COUNTED + """
            select agency, count(*) as dossiers
            from counted
            where code = any($6) and verdict in (1, 2)
            group by agency
            """;

    private FigureSql() {}

    /** $6 the last code of the page before, $7 how many, $8 codes with feedback where the part asks for them. */
    static String list(DossierPart part) {
        return COUNTED + """
                select code, agency, procedure, channel, received_at, after, since, verdict
                from counted
                where code > $6 and
                """ + part.condition() + "\norder by code\nlimit $7";
    }
}
