package vn.motcua.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Text;

/** SQL that publishes: what is in force and the history row in one transaction, one publication after the other. */
@Singleton
class RevisionStore {
    static final String OFFICE_HOURS = "office-hours";

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('calendar.revision', 0))";

    private static final String FIRST = """
            insert into calendar.year (year, version, open_points_vi, open_points_en)
            values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    private static final String NEXT = """
            update calendar.year
            set version = $2, open_points_vi = $3, open_points_en = $4
            where year = $1 and version = $2 - 1
            """;

    private static final String FORGET_DAYS = "delete from calendar.day where year = $1";

    private static final String DAYS = """
            insert into calendar.day (date, kind, name_vi, name_en, source, confirmed)
            select date, kind, "nameVi", "nameEn", source, confirmed
            from jsonb_to_recordset(($1::text::jsonb) -> 'days')
                 as d (date date, kind text, "nameVi" text, "nameEn" text, source text, confirmed boolean)
            """;

    /** Nothing when this version exists already: somebody was faster. */
    private static final String REVISION = """
            insert into calendar.revision (id, subject, version, author, reason, content)
            select (select coalesce(max(id), 0) + 1 from calendar.revision), $1, $2, $3, $4, $5::text::jsonb
            where $2 = (select coalesce(max(version), 0) + 1 from calendar.revision where subject = $1)
            returning id
            """;

    private static final String TELL = "select pg_notify('" + CalendarListener.CHANNEL + "', $1)";

    private static final String HISTORY = """
            select id, subject, version, published_at, author, reason, content::text as content
            from calendar.revision
            where subject = $1
            order by version desc
            limit 100
            """;

    private final Pool pool;
    private final ObjectMapper json;

    /** Who publishes, and why. */
    record Signed(String author, String reason) {}

    RevisionStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** The revision's number; empty when somebody else published this version first. */
    Uni<Optional<Long>> publish(KnownYear year, Signed signed) {
        var content = written(new CalendarRevision.Content(
                year.openPoints().map(OpenPoints::of).orElse(null), year.days(), null));
        var row = Tuple.of(
                year.year(),
                year.version(),
                year.openPoints().map(Text::vi).orElse(null),
                year.openPoints().map(Text::en).orElse(null));
        return pool.withTransaction(tx -> tx.query(ONE_AT_A_TIME)
                .execute()
                .chain(() ->
                        tx.preparedQuery(year.version() == 1 ? FIRST : NEXT).execute(row))
                .chain(written -> written.rowCount() == 0
                        ? Uni.createFrom().item(Optional.<Long>empty())
                        : tx.preparedQuery(FORGET_DAYS)
                                .execute(Tuple.of(year.year()))
                                .chain(() -> tx.preparedQuery(DAYS).execute(Tuple.of(content)))
                                .chain(() ->
                                        revision(tx, Integer.toString(year.year()), year.version(), signed, content))));
    }

    /** The same for all rules of office hours. */
    Uni<Optional<Long>> publish(List<OfficeRule> rules, int version, Signed signed) {
        var content = written(new CalendarRevision.Content(null, null, rules));
        return pool.withTransaction(tx ->
                tx.query(ONE_AT_A_TIME).execute().chain(() -> revision(tx, OFFICE_HOURS, version, signed, content)));
    }

    private static Uni<Optional<Long>> revision(
            SqlConnection tx, String subject, int version, Signed signed, String content) {
        return tx.preparedQuery(REVISION)
                .execute(Tuple.of(subject, version, signed.author(), signed.reason(), content))
                .map(rows -> rows.stream().findFirst().map(row -> row.getLong("id")))
                .chain(id -> id.isEmpty()
                        ? Uni.createFrom().item(id)
                        : tx.preparedQuery(TELL)
                                .execute(Tuple.of(Long.toString(id.get())))
                                .replaceWith(id));
    }

    /** Newest first. */
    Uni<List<CalendarRevision>> history(String subject) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(subject))
                .map(rows -> rows.stream().map(this::revision).toList());
    }

    private CalendarRevision revision(Row row) {
        try {
            var content = json.readValue(row.getString("content"), CalendarRevision.Content.class);
            return new CalendarRevision(
                    row.getLong("id"),
                    row.getString("subject"),
                    row.getInteger("version"),
                    row.getOffsetDateTime("published_at"),
                    row.getString("author"),
                    row.getString("reason"),
                    content.days(),
                    content.rules());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a published calendar cannot be read", e);
        }
    }

    private String written(CalendarRevision.Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked calendar cannot be written", e);
        }
    }
}
