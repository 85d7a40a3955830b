package vn.motcua.quality;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Vietnam;

/** SQL of entered figures. Every entry is a new version; nothing is changed or deleted. */
@Singleton
class InputStore {
    private static final String COLUMNS =
            "agency, metric, from_day, to_day, version, numerator, denominator, score, source, as_of, entered_at";

    /** The last versions of this agency and the units below it, of periods that lie within the one asked for. */
    private static final String COUNTING = "select distinct on (agency, metric, from_day, to_day) " + COLUMNS + """

            from quality.input
            where agency >= $1 and agency < $1 || '/' and from_day >= $2 and to_day <= $3
            order by agency, metric, from_day, to_day, version desc
            """;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('quality.input', 0))";

    private static final String ADD = """
            insert into quality.input (agency, metric, from_day, to_day, version, numerator, denominator, score, source, as_of,
                                       entered_by)
            select n.agency, n.metric, n.from_day, n.to_day,
                   coalesce((select max(o.version) from quality.input o
                              where o.agency = n.agency and o.metric = n.metric and o.from_day = n.from_day
                                and o.to_day = n.to_day), 0) + 1,
                   n.numerator, n.denominator, n.score, n.source, n.as_of, $2
            from jsonb_to_recordset($1::text::jsonb)
                 as n (agency text, metric text, from_day date, to_day date, numerator bigint, denominator bigint,
                       score numeric, source text, as_of date)
            returning\s""" + COLUMNS;

    private static final String HISTORY = "select id, " + COLUMNS + """

            from quality.input
            where id < $1 and ($2::text is null or (agency >= $2 and agency < $2 || '/'))
                  and ($3::text is null or metric = $3)
            order by id desc
            limit $4
            """;

    private final Pool pool;

    /** An entry with its place in the list. */
    record Entered(long id, QualityInput input) {}

    InputStore(@ReactiveDataSource("reports") Pool pool) {
        this.pool = pool;
    }

    Uni<List<QualityInput>> counting(AgencyCode agency, LocalDate from, LocalDate to) {
        return pool.preparedQuery(COUNTING)
                .execute(Tuple.of(agency.value(), from, to))
                .map(rows -> rows.stream().map(InputStore::input).toList());
    }

    /** Versions are counted one entry after the other. */
    Uni<List<QualityInput>> add(List<QualityInput> inputs, String account) {
        var rows = new JsonArray();
        inputs.forEach(input -> rows.add(json(input)));
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(() -> tx.preparedQuery(ADD).execute(Tuple.of(rows.encode(), account)))
                .map(added -> added.stream().map(InputStore::input).toList()));
    }

    Uni<List<Entered>> history(long before, String agency, Metric metric, int limit) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(before, agency, metric == null ? null : metric.name(), limit))
                .map(rows -> rows.stream()
                        .map(row -> new Entered(row.getLong("id"), input(row)))
                        .toList());
    }

    private static JsonObject json(QualityInput input) {
        return new JsonObject()
                .put("agency", input.agency())
                .put("metric", input.metric().name())
                .put("from_day", input.from().toString())
                .put("to_day", input.to().toString())
                .put("numerator", input.numerator())
                .put("denominator", input.denominator())
                .put("score", input.score() == null ? null : input.score().toPlainString())
                .put("source", input.source())
                .put("as_of", input.asOf() == null ? null : input.asOf().toString());
    }

    private static QualityInput input(Row row) {
        var score = row.getBigDecimal("score");
        return new QualityInput(
                row.getString("agency"),
                Metric.valueOf(row.getString("metric")),
                row.getLocalDate("from_day"),
                row.getLocalDate("to_day"),
                row.getInteger("version"),
                row.getLong("numerator"),
                row.getLong("denominator"),
                score,
                row.getString("source"),
                row.getLocalDate("as_of"),
                row.getOffsetDateTime("entered_at")
                        .atZoneSameInstant(Vietnam.ZONE)
                        .toOffsetDateTime());
    }
}
