package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQL of what is usual, and of the ratings that have not been looked at. Runs in the mixing, one at a time. */
@Singleton
class WatchStore {
    /** Nothing is looked at before it can be mixed, so nothing can be changed after it was looked at unseen. */
    private static final String DUE = """
            select questionnaire, version, agency
            from satisfaction.resting
            where mix_from <= $1 and ($2::text[] is null or agency = any ($2))
            group by questionnaire, version, agency
            having count(*) >= 10 and bool_or(not examined)
            order by agency, questionnaire, version
            """;

    private static final String RATINGS = """
            select month, field, procedure, outcome, channel, rated_on, pace, examined, sealed
            from satisfaction.resting
            where agency = $1 and questionnaire = $2 and version = $3 and mix_from <= $4
            for update
            """;

    private static final String EXAMINED = """
            update satisfaction.resting
            set examined = true
            where agency = $1 and questionnaire = $2 and version = $3 and mix_from <= $4 and not examined
            """;

    private static final String TAKE = """
            delete from satisfaction.resting
            where agency = $1 and questionnaire = $2 and version = $3 and mix_from <= $4
            """;

    private static final String ARRIVED = """
            insert into satisfaction.arrival as a (agency, day, ratings, timed, fast)
            select $1, d.day, d.ratings, d.timed, d.fast
            from unnest($2::date[], $3::int[], $4::int[], $5::int[]) as d (day, ratings, timed, fast)
            on conflict (agency, day) do update set
                ratings = a.ratings + excluded.ratings,
                timed = a.timed + excluded.timed,
                fast = a.fast + excluded.fast
            """;

    /** By agency and kind of day; the days on which nothing came are known from the first and the last one. */
    private static final String ARRIVALS = """
            select
                agency,
                extract(isodow from day) > 5 as weekend,
                min(day) as first,
                max(day) as last,
                sum(ratings) as ratings,
                sum(ratings::bigint * ratings) as squares,
                sum(timed) as timed,
                sum(fast) as fast
            from satisfaction.arrival
            where day >= $1
            group by 1, 2
            """;

    private static final String COUNTED = """
            select coalesce(sum(ratings), 0)::bigint as n from satisfaction.pattern where agency = ''
            """;

    private static final String PATTERNS = """
            select pattern, ratings
            from satisfaction.pattern
            where agency = $1 and questionnaire = $2 and version = $3
            order by ratings desc
            limit 300
            """;

    /** In a fixed order, so that two mixings could never wait for each other in a ring. */
    private static final String LEARN = """
            insert into satisfaction.pattern as p (agency, questionnaire, version, pattern, ratings)
            select a.agency, $2, $3, n.pattern, n.ratings
            from unnest($4::text[], $5::bigint[]) as n (pattern, ratings)
            cross join (values ($1), ('')) as a (agency)
            order by 1, n.pattern
            on conflict (agency, questionnaire, version, pattern) do update set ratings = p.ratings + excluded.ratings
            """;

    /** Satisfied on the whole, of how many, by agency. */
    private static final String SATISFIED = """
            select b.agency, sum(b.level4 + b.level5) as satisfied,
                sum(b.level1 + b.level2 + b.level3 + b.level4 + b.level5) as ratings
            from satisfaction.board b
            join satisfaction.item i
                on i.questionnaire = b.questionnaire and i.version = b.version and i.code = b.item
                    and i.factor = 'OVERALL'
            where b.dimension = 'TOTAL' and b.span = 1 and b.key = '' and b.month >= $1
                and b.questionnaire = $2 and b.version = $3
            group by b.agency
            """;

    /** A rating that may be mixed, still sealed. */
    record Resting(Cell cell, LocalDate ratedOn, Pace pace, boolean examined, byte[] sealed) {}

    /** What an agency had on one kind of day. */
    record Arrived(
            String agency,
            boolean weekend,
            LocalDate first,
            LocalDate last,
            long ratings,
            long squares,
            long timed,
            long fast) {}

    /** How many came on a day. */
    record Day(LocalDate day, int ratings, int timed, int fast) {}

    /** How many people of an agency are satisfied. */
    record Satisfied(long satisfied, long ratings) {}

    Uni<List<Mixer.Pile>> due(SqlConnection transaction, Collection<String> agencies, LocalDate today) {
        return list(
                transaction,
                DUE,
                Tuple.of(today, agencies == null ? null : agencies.toArray(String[]::new)),
                row -> new Mixer.Pile(
                        row.getString("questionnaire"), row.getInteger("version"), row.getString("agency")));
    }

    Uni<List<Resting>> ratings(SqlConnection transaction, Mixer.Pile pile, LocalDate today) {
        return list(
                transaction,
                RATINGS,
                MixStore.of(pile).addValue(today),
                row -> new Resting(
                        MixStore.cell(row),
                        row.getLocalDate("rated_on"),
                        Pace.valueOf(row.getString("pace")),
                        row.getBoolean("examined"),
                        row.getBuffer("sealed").getBytes()));
    }

    Uni<Void> examined(SqlConnection transaction, Mixer.Pile pile, LocalDate today) {
        return transaction
                .preparedQuery(EXAMINED)
                .execute(MixStore.of(pile).addValue(today))
                .replaceWithVoid();
    }

    /** Takes all of them away; the caller has read them in this transaction. Returns how many they were. */
    Uni<Integer> take(SqlConnection transaction, Mixer.Pile pile, LocalDate today) {
        return transaction
                .preparedQuery(TAKE)
                .execute(MixStore.of(pile).addValue(today))
                .map(rows -> rows.rowCount());
    }

    Uni<Void> arrived(SqlConnection transaction, String agency, List<Day> days) {
        return transaction
                .preparedQuery(ARRIVED)
                .execute(Tuple.tuple()
                        .addString(agency)
                        .addValue(days.stream().map(Day::day).toArray(LocalDate[]::new))
                        .addValue(days.stream().map(Day::ratings).toArray(Integer[]::new))
                        .addValue(days.stream().map(Day::timed).toArray(Integer[]::new))
                        .addValue(days.stream().map(Day::fast).toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    Uni<List<Arrived>> arrivals(SqlConnection transaction, LocalDate since) {
        return list(
                transaction,
                ARRIVALS,
                Tuple.of(since),
                row -> new Arrived(
                        row.getString("agency"),
                        row.getBoolean("weekend"),
                        row.getLocalDate("first"),
                        row.getLocalDate("last"),
                        row.getLong("ratings"),
                        row.getBigDecimal("squares").longValue(),
                        row.getLong("timed"),
                        row.getLong("fast")));
    }

    Uni<Long> counted(SqlConnection transaction) {
        return transaction
                .preparedQuery(COUNTED)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** The commonest three hundred; "" for the whole country. */
    Uni<Map<String, Long>> patterns(SqlConnection transaction, String agency, Mixer.Pile pile) {
        return transaction
                .preparedQuery(PATTERNS)
                .execute(Tuple.of(agency, pile.questionnaire(), pile.version()))
                .map(rows -> {
                    var patterns = new HashMap<String, Long>();
                    rows.forEach(row -> patterns.put(row.getString("pattern"), row.getLong("ratings")));
                    return patterns;
                });
    }

    Uni<Void> learn(SqlConnection transaction, Mixer.Pile pile, Map<String, Long> patterns) {
        var names = patterns.keySet().toArray(String[]::new);
        var counts = new Long[names.length];
        for (int i = 0; i < names.length; i++) {
            counts[i] = patterns.get(names[i]);
        }
        return transaction
                .preparedQuery(LEARN)
                .execute(MixStore.of(pile).addValue(names).addValue(counts))
                .replaceWithVoid();
    }

    Uni<Map<String, Satisfied>> satisfied(SqlConnection transaction, Mixer.Pile pile, LocalDate since) {
        return transaction
                .preparedQuery(SATISFIED)
                .execute(Tuple.of(since, pile.questionnaire(), pile.version()))
                .map(rows -> {
                    var agencies = new HashMap<String, Satisfied>();
                    rows.forEach(row -> agencies.put(
                            row.getString("agency"), new Satisfied(row.getLong("satisfied"), row.getLong("ratings"))));
                    return agencies;
                });
    }

    private interface Reader<T> {
        T read(Row row);
    }

    private static <T> Uni<List<T>> list(SqlConnection transaction, String sql, Tuple parameters, Reader<T> reader) {
        return transaction.preparedQuery(sql).execute(parameters).map(rows -> {
            var list = new ArrayList<T>();
            rows.forEach(row -> list.add(reader.read(row)));
            return list;
        });
    }
}
