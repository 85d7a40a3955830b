package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the counters. Its cost depends on agencies, fields and months, not on the number of ratings. */
@Singleton
class ScoreStore {
    /**
     * "All below H44" is the range from {@code H44.} up to {@code H44/}: the slash is the character after the dot, and a
     * range uses the primary key whatever plan is cached. Versions of a questionnaire are not pooled: the published one counts.
     */
    private static final String SELECTED = """
            from satisfaction.%s c
            join satisfaction.questionnaire q on q.code = c.questionnaire and q.version = c.version
            where q.state = 'PUBLISHED'
                and ($1::text is null or c.agency = $1 or (c.agency >= $1 || '.' and c.agency < $1 || '/'))
                and ($2::text is null or c.field = $2)
                and c.month between $3 and $4
            """;

    private static final String KEY = """
            coalesce(
                case $5::text
                    when 'AGENCY' then array_to_string((string_to_array(c.agency, '.'))[1:$6::int], '.')
                    when 'FIELD' then c.field
                    when 'MONTH' then to_char(c.month, 'YYYY-MM')
                    when 'OUTCOME' then c.outcome
                    when 'CHANNEL' then c.channel
                end,
                '') as key
            """;

    private static final String ANSWERS = "select " + KEY + """
            , c.factor,
                sum(c.level1)::bigint as level1,
                sum(c.level2)::bigint as level2,
                sum(c.level3)::bigint as level3,
                sum(c.level4)::bigint as level4,
                sum(c.level5)::bigint as level5
            """ + SELECTED.formatted("factor_count") + "group by 1, 2";

    private static final String FINISHED = "select " + KEY + ", sum(c.finished)::bigint as finished\n"
            + SELECTED.formatted("dossier_count") + "group by 1";

    private final Pool pool;

    ScoreStore(Pool pool) {
        this.pool = pool;
    }

    /** One tally for each group that has an ended dossier or a rating, in the order of their keys. */
    Uni<List<Tally>> tallies(Selection selection) {
        var parameters = Tuple.tuple()
                .addValue(selection.agencyValue())
                .addValue(selection.field())
                .addValue(selection.from().atDay(1))
                .addValue(selection.to().atDay(1))
                .addValue(
                        selection.groupBy() == null ? null : selection.groupBy().name())
                .addValue(selection.agencyDepth());
        // Ratings first: a dossier that ends in between can only make the response rate smaller, never above 100 %.
        return pool.preparedQuery(ANSWERS)
                .execute(parameters)
                .chain(answers ->
                        pool.preparedQuery(FINISHED).execute(parameters).map(finished -> tallies(answers, finished)));
    }

    private static List<Tally> tallies(RowSet<Row> answers, RowSet<Row> finished) {
        var levels = new HashMap<String, Map<Factor, Levels>>();
        for (var row : answers) {
            levels.computeIfAbsent(row.getString("key"), key -> new EnumMap<>(Factor.class))
                    .put(Factor.valueOf(row.getString("factor")), levels(row));
        }
        var ended = new HashMap<String, Long>();
        finished.forEach(row -> ended.put(row.getString("key"), row.getLong("finished")));
        var keys = new TreeSet<>(levels.keySet());
        keys.addAll(ended.keySet());
        var tallies = new ArrayList<Tally>();
        for (var key : keys) {
            tallies.add(new Tally(key, ended.getOrDefault(key, 0L), levels.getOrDefault(key, Map.of())));
        }
        return tallies;
    }

    private static Levels levels(Row row) {
        return new Levels(
                row.getLong("level1"),
                row.getLong("level2"),
                row.getLong("level3"),
                row.getLong("level4"),
                row.getLong("level5"));
    }
}
