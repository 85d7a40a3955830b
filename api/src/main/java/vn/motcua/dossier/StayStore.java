package vn.motcua.dossier;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;

/** SQL of stays: taking what changed, and making it again. One replica at a time; the others find nothing to do. */
@Singleton
class StayStore {
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('dossier.stay', 0)) as mine";

    private static final String TAKE = """
            delete from dossier.stay_due
            where id in (select id from dossier.stay_due order by id limit $1)
            returning code
            """;

    /** A dossier made of parts is not counted beside them. */
    private static final String READ = """
            select code, timeline::text as timeline, received_at, due_at, field_code, procedure_code, channel,
                   dossier.handled_by(agency_competent, agency_reception, agency_support) as agency
            from dossier.dossier
            where code = any($1) and received_at is not null and not has_children
            """;

    private static final String FORGET = "delete from dossier.stay where code = any($1)";

    private static final String KEEP = """
            insert into dossier.stay (code, number, agency, field, procedure, channel, received_at, state, from_at, to_at,
                                      verdict, overdue_from, dated)
            select code, number, agency, coalesce(field, ''), coalesce(procedure, ''), channel, received_at, state, from_at,
                   coalesce(to_at, 'infinity'), verdict, overdue_from, dated
            from jsonb_to_recordset($1::text::jsonb)
                 as n (code text, number smallint, agency text, field text, procedure text, channel text,
                       received_at timestamptz, state smallint, from_at timestamptz, to_at timestamptz, verdict smallint,
                       overdue_from timestamptz, dated boolean)
            """;

    private static final String OLDEST = "select coalesce(min(queued_at), now()) as at from dossier.stay_due";

    private final Pool pool;

    StayStore(@ReactiveDataSource("reports") Pool pool) {
        this.pool = pool;
    }

    /** Makes the stays of up to so many noted changes again; how many notes were taken. */
    Uni<Integer> batch(int size) {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? take(tx, size)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> take(SqlConnection tx, int size) {
        return tx.preparedQuery(TAKE).execute(Tuple.of(size)).chain(taken -> {
            var codes = StreamSupport.stream(taken.spliterator(), false)
                    .map(row -> row.getString("code"))
                    .distinct()
                    .toArray(String[]::new);
            return codes.length == 0
                    ? Uni.createFrom().item(0)
                    : make(tx, codes).replaceWith(taken.rowCount());
        });
    }

    private static Uni<Void> make(SqlConnection tx, String[] codes) {
        var wanted = Tuple.tuple().addArrayOfString(codes);
        return tx.preparedQuery(READ)
                .execute(wanted)
                .chain(rows -> Dossiers.onWorker(() -> stays(rows)))
                .call(() -> tx.preparedQuery(FORGET).execute(wanted))
                .chain(stays -> tx.preparedQuery(KEEP).execute(Tuple.of(stays.encode())))
                .replaceWithVoid();
    }

    private static JsonArray stays(Iterable<Row> rows) {
        var all = new JsonArray();
        for (var row : rows) {
            var stays = Stay.of(
                    Timeline.read(row.getString("timeline")),
                    row.getOffsetDateTime("received_at"),
                    row.getOffsetDateTime("due_at"));
            for (int number = 0; number < stays.size(); number++) {
                all.add(json(row, number, stays.get(number)));
            }
        }
        return all;
    }

    private static JsonObject json(Row row, int number, Stay stay) {
        return new JsonObject()
                .put("code", row.getString("code"))
                .put("number", number)
                .put("agency", agency(row))
                .put("field", row.getString("field_code"))
                .put("procedure", row.getString("procedure_code"))
                .put("channel", row.getString("channel"))
                .put("received_at", row.getOffsetDateTime("received_at").toString())
                .put("state", stay.state())
                .put("from_at", stay.from().toString())
                .put("to_at", stay.to() == null ? null : stay.to().toString())
                .put("verdict", stay.verdict() == null ? null : stay.verdict().ordinal())
                .put(
                        "overdue_from",
                        stay.overdueFrom() == null ? null : stay.overdueFrom().toString())
                .put("dated", stay.dated());
    }

    /** The agency that handles it, else the one in its code. */
    private static String agency(Row row) {
        var named = row.getString("agency");
        return named.isEmpty() ? ClockFacts.agency(row.getString("code"), EventFacts.NONE) : named;
    }

    /** Up to when all changes are counted. */
    Uni<OffsetDateTime> upTo() {
        return pool.query(OLDEST).execute().map(rows -> rows.iterator().next().getOffsetDateTime("at"));
    }
}
