package vn.motcua.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Text;

/** SQL that reads the working time in force. */
@Singleton
class CalendarStore {
    private static final String REVISION = "select coalesce(max(id), 0) as id from calendar.revision";

    /** Years without a listed day still appear, once, with no day. At most a few thousand rows. */
    private static final String YEARS = """
            select y.year, y.version, y.open_points_vi, y.open_points_en,
                   d.date, d.kind, d.name_vi, d.name_en, d.source, d.confirmed
            from calendar.year y
            left join calendar.day d on d.year = y.year
            order by y.year, d.date
            limit 10000
            """;

    private static final String HOURS = """
            select version, content::text as content
            from calendar.revision
            where subject = 'office-hours'
            order by version desc
            limit 1
            """;

    /** What is read belongs to one revision, also while another one is being published. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read read only";

    private final Pool pool;
    private final ObjectMapper json;

    private record NumberedRules(int version, List<OfficeRule> rules) {}

    CalendarStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Long> revision() {
        return pool.query(REVISION).execute().map(rows -> rows.iterator().next().getLong("id"));
    }

    Uni<CalendarSnapshot> all() {
        return pool.withTransaction(tx -> tx.query(ONE_MOMENT)
                .execute()
                .chain(() -> tx.query(REVISION).execute())
                .map(rows -> rows.iterator().next().getLong("id"))
                .chain(revision -> years(tx)
                        .chain(years -> hours(tx)
                                .map(hours -> CalendarSnapshot.of(revision, years, hours.version(), hours.rules())))));
    }

    private Uni<NumberedRules> hours(SqlConnection tx) {
        return tx.query(HOURS)
                .execute()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new NumberedRules(row.getInteger("version"), rules(row.getString("content"))))
                        .orElse(new NumberedRules(0, List.of())));
    }

    private List<OfficeRule> rules(String content) {
        try {
            return json.readValue(content, CalendarRevision.Content.class).rules();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("published office hours cannot be read", e);
        }
    }

    private static Uni<List<KnownYear>> years(SqlConnection tx) {
        return tx.query(YEARS).execute().map(rows -> {
            var years = new ArrayList<KnownYear>();
            for (var row : rows) {
                if (years.isEmpty() || years.getLast().year() != row.getInteger("year")) {
                    years.add(year(row));
                }
                if (row.getLocalDate("date") != null) {
                    years.getLast().days().add(day(row));
                }
            }
            return years;
        });
    }

    private static KnownYear year(Row row) {
        var openPoints = Optional.ofNullable(row.getString("open_points_vi"))
                .map(vi -> new Text(vi, row.getString("open_points_en")));
        return new KnownYear(row.getInteger("year"), row.getInteger("version"), openPoints, new ArrayList<>());
    }

    private static KnownYear.Day day(Row row) {
        return new KnownYear.Day(
                row.getLocalDate("date"),
                CalendarDay.Kind.valueOf(row.getString("kind")),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
