package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** SQL that compares the tables with the ledger. Each statement sees one moment, so that nothing is found that is just changing. */
@Singleton
class LedgerAuditStore {
    private static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock(6060844)
                and not exists (select from satisfaction.ledger_audit where day = $1) as free
            """;

    private static final String RESULT = """
            insert into satisfaction.ledger_audit (day, size, findings) values ($1, $2, $3)
            """;

    private static final String BATCHES = """
            select
                r.batch, r.questionnaire, r.version, r.agency, to_char(r.month, 'YYYY-MM') as month,
                r.field, r.procedure, r.outcome, r.channel, b.salt,
                array_agg(array_to_string(r.answers, ',', '-')) as answers
            from satisfaction.rating r
            left join satisfaction.ledger_batch b on b.batch = r.batch
            where r.batch = any ($1)
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            """;

    /** Rows without leaves. */
    private static final String STRAYS = """
            select
                (select count(*) from satisfaction.atom) - (
                    select count(*) from satisfaction.ledger_leaf where type = 'ATOM') as atoms,
                (select count(*) from satisfaction.rating where batch is null) - coalesce((
                    select (leaf::json ->> 'ratings')::bigint from satisfaction.ledger_leaf where index = 0), 0)
                    as ratings_before,
                (select count(*) from satisfaction.rating where batch is not null) - coalesce((
                    select sum((leaf::json ->> 'n')::bigint) from satisfaction.ledger_leaf where type in ('BATCH', 'SET_ASIDE')), 0)::bigint
                    as ratings
            """;

    /** Question by question, whoever counts is published or waits. How answers go together is known of those since the ledger. */
    private static final String SUMS = """
            with said as (
                select r.agency, r.questionnaire, r.version, i.code as item, a.level, (o.overall >= 4) as satisfied
                from satisfaction.rating r
                cross join lateral (
                    select r.answers[i.position] as overall
                    from satisfaction.item i
                    where i.questionnaire = r.questionnaire and i.version = r.version and i.factor = 'OVERALL'
                ) o
                cross join lateral unnest(r.answers) with ordinality as a (level, place)
                join satisfaction.item i
                    on i.questionnaire = r.questionnaire and i.version = r.version and i.position = a.place
                where a.level between 1 and 5
                    and not exists (
                        select from satisfaction.ledger_leaf s
                        where s.index = r.batch and s.type = 'SET_ASIDE'
                            and not exists (
                                select from satisfaction.ledger_leaf d
                                where d.decides = s.index and d.type = 'RELEASED'))
            ), rated as (
                select
                    agency, questionnaire, version, item,
                    count(*) filter (where level = 1) as level1,
                    count(*) filter (where level = 2) as level2,
                    count(*) filter (where level = 3) as level3,
                    count(*) filter (where level = 4) as level4,
                    count(*) filter (where level = 5) as level5,
                    count(*) filter (where level >= 4 and satisfied) as both_satisfied,
                    count(*) filter (where level <= 3 and satisfied) as overall_only
                from said
                group by 1, 2, 3, 4
            ), told as (
                select agency, questionnaire, version, item, level1, level2, level3, level4, level5,
                    both_satisfied, overall_only
                from satisfaction.atom
                union all
                select agency, questionnaire, version, item, level1, level2, level3, level4, level5,
                    both_satisfied, overall_only
                from satisfaction.waiting
            ), counted as (
                select
                    agency, questionnaire, version, item,
                    sum(level1) as level1, sum(level2) as level2, sum(level3) as level3, sum(level4) as level4,
                    sum(level5) as level5, sum(both_satisfied) as both_satisfied, sum(overall_only) as overall_only
                from told
                group by 1, 2, 3, 4
            )
            select coalesce(r.agency, c.agency) || ' ' || coalesce(r.questionnaire, c.questionnaire) || ' '
                || coalesce(r.item, c.item) as place
            from rated r
            full join counted c
                on c.agency = r.agency and c.questionnaire = r.questionnaire and c.version = r.version and c.item = r.item
            where (r.level1, r.level2, r.level3, r.level4, r.level5)
                    is distinct from (c.level1, c.level2, c.level3, c.level4, c.level5)
                or ((r.both_satisfied, r.overall_only) is distinct from (c.both_satisfied, c.overall_only)
                    and not exists (select from satisfaction.rating where batch is null))
            limit 100
            """;

    /** Boards are sums of atoms. */
    private static final String BOARDS = """
            with summed as (
                select
                    a.agency, d.dimension, d.key, s.span, s.month, a.questionnaire, a.version, a.item,
                    sum(a.level1) as level1, sum(a.level2) as level2, sum(a.level3) as level3, sum(a.level4) as level4,
                    sum(a.level5) as level5, sum(a.both_satisfied) as both_satisfied, sum(a.overall_only) as overall_only
                from satisfaction.atom a
                cross join lateral (
                    values
                        ('TOTAL', ''), ('FIELD', a.field), ('PROCEDURE', a.procedure), ('OUTCOME', a.outcome),
                        ('CHANNEL', a.channel)
                ) as d (dimension, key)
                cross join lateral (
                    values
                        (1, a.month), (3, date_trunc('quarter', a.month)::date), (12, date_trunc('year', a.month)::date)
                ) as s (span, month)
                where d.key <> '*'
                group by 1, 2, 3, 4, 5, 6, 7, 8
            )
            select coalesce(s.agency, b.agency) || ' ' || coalesce(s.dimension, b.dimension) || ' '
                || coalesce(s.item, b.item) as place
            from summed s
            full join satisfaction.board b
                on b.agency = s.agency and b.dimension = s.dimension and b.key = s.key and b.span = s.span
                    and b.month = s.month and b.questionnaire = s.questionnaire and b.version = s.version
                    and b.item = s.item
            where (s.level1, s.level2, s.level3, s.level4, s.level5, s.both_satisfied, s.overall_only)
                is distinct from
                (b.level1, b.level2, b.level3, b.level4, b.level5, b.both_satisfied, b.overall_only)
            limit 100
            """;

    private final Pool pool;

    LedgerAuditStore(Pool pool) {
        this.pool = pool;
    }

    /** The ratings of a batch as they are kept, with what opens its digest (null when that is gone). */
    record Kept(long batch, Mixer.Pile pile, Cell cell, byte[] salt, List<String> answers) {}

    /** Differences between rows and leaves; all 0 when everything fits. */
    record Strays(long atoms, long ratingsBefore, long ratings) {}

    /** Whether nobody else audits, nor did this day; holds until the transaction ends. */
    Uni<Boolean> begin(SqlConnection transaction, LocalDate day) {
        return transaction
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of(day))
                .map(rows -> rows.iterator().next().getBoolean("free"));
    }

    Uni<Void> end(SqlConnection transaction, LocalDate day, long size, int findings) {
        return transaction
                .preparedQuery(RESULT)
                .execute(Tuple.of(day, size, findings))
                .replaceWithVoid();
    }

    Uni<List<Kept>> batches(List<Long> batches) {
        return pool.preparedQuery(BATCHES)
                .execute(Tuple.tuple().addValue(batches.toArray(Long[]::new)))
                .map(rows -> {
                    var kept = new ArrayList<Kept>();
                    rows.forEach(row -> kept.add(new Kept(
                            row.getLong("batch"),
                            new Mixer.Pile(
                                    row.getString("questionnaire"), row.getInteger("version"), row.getString("agency")),
                            new Cell(
                                    java.time.YearMonth.parse(row.getString("month")),
                                    row.getString("field"),
                                    row.getString("procedure"),
                                    row.getString("outcome"),
                                    row.getString("channel")),
                            row.getBuffer("salt") == null
                                    ? null
                                    : row.getBuffer("salt").getBytes(),
                            Arrays.asList(row.getArrayOfStrings("answers")))));
                    return kept;
                });
    }

    Uni<Strays> strays() {
        return pool.query(STRAYS).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Strays(row.getLong("atoms"), row.getLong("ratings_before"), row.getLong("ratings"));
        });
    }

    /** Agencies and questions where ratings, and atoms with what waits, differ. */
    Uni<List<String>> wrongSums() {
        return places(SUMS);
    }

    /** Where a board differs from the atoms it adds up. */
    Uni<List<String>> wrongBoards() {
        return places(BOARDS);
    }

    private Uni<List<String>> places(String sql) {
        return pool.query(sql).execute().map(rows -> {
            var places = new ArrayList<String>();
            rows.forEach(row -> places.add(row.getString("place")));
            return places;
        });
    }
}
