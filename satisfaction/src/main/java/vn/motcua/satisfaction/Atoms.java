package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The open data: every atom as a line of CSV, in the order of publication. Whoever adds them up has the scores; there is
 * nothing finer to be had. The text has no byte order mark and only codes and numbers: it is read by programs.
 */
@Singleton
class Atoms {
    static final int MAX_LINES = 50_000;
    static final List<String> COLUMNS = List.of(
            "id",
            "publishedOn",
            "questionnaire",
            "version",
            "agency",
            "month",
            "field",
            "procedure",
            "outcome",
            "channel",
            "item",
            "factor",
            "level1",
            "level2",
            "level3",
            "level4",
            "level5");

    private static final String AFTER = """
            select
                a.id, a.published_on, a.questionnaire, a.version, a.agency, to_char(a.month, 'YYYY-MM'),
                a.field, a.procedure, a.outcome, a.channel, a.item, i.factor,
                a.level1, a.level2, a.level3, a.level4, a.level5
            from satisfaction.atom a
            join satisfaction.item i on i.questionnaire = a.questionnaire and i.version = a.version and i.code = a.item
            where a.id > $1 and a.id <= $2
            order by a.id
            limit $3
            """;

    private final Pool pool;

    Atoms(Pool pool) {
        this.pool = pool;
    }

    /** A heading and the next lines after an atom; only the heading when there are none. */
    Uni<String> csv(long after, int limit) {
        return lines(pool, after, Long.MAX_VALUE, limit).map(lines -> {
            var text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
            lines.forEach(line -> text.append(line).append("\r\n"));
            return text.toString();
        });
    }

    /** The lines after an atom up to another one: what stands in the ledger is what stands in the open data. */
    static Uni<List<String>> lines(SqlClient client, long after, long upTo) {
        return lines(client, after, upTo, null);
    }

    private static Uni<List<String>> lines(SqlClient client, long after, long upTo, Integer limit) {
        return client.preparedQuery(AFTER).execute(Tuple.of(after, upTo, limit)).map(rows -> {
            var lines = new ArrayList<String>();
            rows.forEach(row -> lines.add(IntStream.range(0, COLUMNS.size())
                    .mapToObj(column -> cell(row.getValue(column)))
                    .collect(Collectors.joining(","))));
            return lines;
        });
    }

    private static String cell(Object value) {
        return value instanceof String text ? CsvScores.text(text) : String.valueOf(value);
    }
}
