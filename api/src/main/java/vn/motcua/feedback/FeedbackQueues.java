package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;

/** What lies with an agency and the units below it, by date and risk. */
@Singleton
class FeedbackQueues {
    private static final int SOON = 2;
    private static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

    /** {@code $2}: today, {@code $3}: the last day that counts as soon. */
    private static final String RISK = """
            case
                when state = 'SUPPLEMENT_REQUESTED' then 'WAITING'
                when due_on < $2 then 'OVERDUE'
                when reopened > 0 and state = 'IN_PROGRESS' then 'REOPENED'
                when due_on <= $3 then 'DUE_SOON'
                when due_on is null then 'NO_DUE_DATE'
                else 'ON_TRACK'
            end
            """;

    /** Codes below an agency begin with it and a dot; the slash follows the dot. */
    private static final String OF_AGENCY = """
            ended_at is null
                and (unit collate "C" = $1 or unit collate "C" > $1 || '.' and unit collate "C" < $1 || '/')
            """;

    private static final String PAGE =
            "select " + PetitionRows.COLUMNS + ", risk from (select " + PetitionRows.COLUMNS + ", " + RISK + " as risk "
                    + "from feedback.petition where " + OF_AGENCY + """
            ) as desk
            where (coalesce(due_on, date '9999-12-31'), code) > ($4, $5) and ($6::text is null or risk = $6)
            order by coalesce(due_on, date '9999-12-31'), code
            limit $7
            """;

    private static final String COUNTS = "select risk, count(*) as cases from (select " + RISK + " as risk "
            + "from feedback.petition where " + OF_AGENCY + ") as desk group by risk";

    private final Pool pool;
    private final FeedbackViews views;
    private final Calendars calendars;
    private final Clock clock;

    FeedbackQueues(Pool pool, FeedbackViews views, Calendars calendars, Clock clock) {
        this.pool = pool;
        this.views = views;
        this.calendars = calendars;
        this.clock = clock;
    }

    Uni<FeedbackQueue> page(AgencyCode agency, FeedbackRisk risk, int limit, String cursor, Language language) {
        var today = Handling.day(OffsetDateTime.now(clock));
        var place = Cursor.decode(cursor, "cursor", 2);
        var after = place.map(
                        keys -> LocalDate.ofEpochDay(Math.clamp(keys.number(0, "cursor"), 0, NO_DATE.toEpochDay())))
                .orElse(LocalDate.EPOCH);
        var items = pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addString(agency.value())
                        .addLocalDate(today)
                        .addLocalDate(soon(today))
                        .addLocalDate(after)
                        .addString(place.map(keys -> keys.key(1)).orElse(""))
                        .addString(risk == null ? null : risk.name())
                        .addInteger(limit + 1))
                .map(rows -> rows.stream().map(row -> item(row, language)).toList());
        var facets = cursor == null || cursor.isEmpty()
                ? counts(agency, today, language)
                : Uni.createFrom().<List<FeedbackQueue.Facet>>nullItem();
        return Uni.combine().all().unis(items, facets).asTuple().map(both -> {
            var page = Page.of(
                    both.getItem1(),
                    limit,
                    one -> Cursor.of((one.dueOn() == null ? NO_DATE : one.dueOn()).toEpochDay(), one.code()));
            return new FeedbackQueue(page.items(), page.nextCursor(), both.getItem2());
        });
    }

    private Uni<List<FeedbackQueue.Facet>> counts(AgencyCode agency, LocalDate today, Language language) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(agency.value(), today, soon(today)))
                .map(rows -> rows.stream()
                        .map(row -> {
                            var risk = FeedbackRisk.valueOf(row.getString("risk"));
                            return new FeedbackQueue.Facet(risk, risk.label().in(language), row.getLong("cases"));
                        })
                        .sorted((one, other) -> one.risk().compareTo(other.risk()))
                        .toList());
    }

    private FeedbackQueue.Item item(Row row, Language language) {
        var petition = PetitionRows.of(row);
        var standing = petition.standing();
        return new FeedbackQueue.Item(
                petition.code(),
                petition.kind(),
                standing.state(),
                standing.state().label().in(language),
                views.unit(standing.unit()),
                FeedbackRisk.valueOf(row.getString("risk")),
                standing.dueOn(),
                petition.sentAt(),
                standing.subject(),
                standing.track(),
                standing.reopened(),
                petition.repeatedOf(),
                petition.procedureCode());
    }

    /** Without a calendar, as many plain days. */
    private LocalDate soon(LocalDate today) {
        try {
            return calendars.current().addWorkingDays(today, SOON);
        } catch (CalendarYearMissing missing) {
            return today.plusDays(SOON);
        }
    }
}
