package vn.motcua.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Text;

/** SQL of the calendar. */
@Singleton
class CalendarStore {
    /** Years without a listed day still appear, once, with no day. At most a few thousand rows. */
    private static final String ALL = """
            select y.year, y.open_points_vi, y.open_points_en,
                   d.date, d.kind, d.name_vi, d.name_en, d.source, d.confirmed
            from calendar.year y
            left join calendar.day d on d.year = y.year
            order by y.year, d.date
            limit 10000
            """;

    private final Pool pool;

    CalendarStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<KnownYear>> all() {
        return pool.query(ALL).execute().map(rows -> {
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
        return new KnownYear(row.getInteger("year"), openPoints, new ArrayList<>());
    }

    private static KnownYear.Day day(Row row) {
        return new KnownYear.Day(
                row.getLocalDate("date"),
                CalendarDay.Kind.valueOf(row.getString("kind")),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
