package vn.motcua.dossier;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.motcua.forecast.Spell;
import vn.motcua.forecast.SpellSource;
import vn.motcua.openapi.Vietnam;

/** How accepted dossiers went, for those who learn from it: kind, days, waits; nothing that tells which dossier or whose. */
@Singleton
class DossierSpells implements SpellSource {
    /** The timeline only where the agency waited: nine dossiers in ten need none. */
    private static final String SPELLS = """
            select procedure_code,
                   coalesce(agency_competent, agency_reception, '') as agency,
                   coalesce(field_code, '') as field,
                   limit_value,
                   limit_unit,
                   received_at,
                   ended_at,
                   outcome = 'WITHDRAWN' as withdrawn,
                   case when paused_days > 0 or paused_since is not null then timeline::text end as timeline
              from dossier.dossier
             where received_at >= $1 and received_at < $2
               and procedure_code is not null
               and status > 1
               and (ended_at is null or ended_at >= received_at)
             order by received_at
            """;

    private static final int CHUNK = 5_000;

    private final Pool pool;

    DossierSpells(Pool pool) {
        this.pool = pool;
    }

    @Override
    public void each(LocalDate from, LocalDate to, Consumer<Spell> into) {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.begin().await().indefinitely();
            connection.query("set transaction read only").execute().await().indefinitely();
            var cursor = connection.prepare(SPELLS).await().indefinitely().cursor(Tuple.of(start(from), start(to)));
            do {
                for (var row : cursor.read(CHUNK).await().indefinitely()) {
                    into.accept(spell(row));
                }
            } while (cursor.hasMore());
            cursor.close().await().indefinitely();
            transaction.commit().await().indefinitely();
        } finally {
            connection.close().await().indefinitely();
        }
    }

    private static OffsetDateTime start(LocalDate day) {
        return Vietnam.startOf(day);
    }

    private static Spell spell(Row row) {
        var unit = row.getString("limit_unit");
        var timeline = row.getString("timeline");
        var received = row.getOffsetDateTime("received_at");
        var ended = row.getOffsetDateTime("ended_at");
        return new Spell(
                row.getString("procedure_code"),
                row.getString("agency"),
                row.getString("field"),
                unit == null ? 0 : workingDays(row.getDouble("limit_value"), Deadline.Unit.valueOf(unit)),
                day(received),
                ended == null ? Spell.OPEN : day(ended),
                timeline == null ? List.of() : waits(Timeline.read(timeline), received),
                Boolean.TRUE.equals(row.getBoolean("withdrawn")),
                1);
    }

    /** Days since 1970, in Vietnam. */
    static int day(OffsetDateTime time) {
        return (int) Vietnam.time(time).toLocalDate().toEpochDay();
    }

    /** The times the agency waited for the applicant after reception; the last one is open when it still does. */
    static List<Spell.Wait> waits(List<Folded.Moment> timeline, OffsetDateTime received) {
        var waits = new ArrayList<Spell.Wait>();
        int since = -1;
        for (var moment : timeline) {
            boolean waiting = moment.status().clock() == ClockState.PAUSED;
            int day = Math.max(day(moment.occurredAt()), day(received));
            if (waiting && since < 0) {
                since = day;
            } else if (!waiting && since >= 0) {
                waits.add(new Spell.Wait(since, Math.max(since, day)));
                since = -1;
            }
        }
        if (since >= 0) {
            waits.add(new Spell.Wait(since, Spell.OPEN));
        }
        return waits;
    }

    /** A legal limit in working days, at least one: exact for working days, near enough for comparing in other units. */
    static int workingDays(double value, Deadline.Unit unit) {
        double days = switch (unit) {
            case HOUR -> value * 5 / 7 / 24;
            case WORKING_HOUR -> value / 8;
            case WORKING_DAY -> value;
            case DAY -> value * 5 / 7;
            case MONTH -> value * 21;
            case YEAR -> value * 250;
        };
        return Math.max(1, (int) Math.ceil(days));
    }
}
