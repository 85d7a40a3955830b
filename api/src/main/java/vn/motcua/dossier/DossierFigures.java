package vn.motcua.dossier;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Vietnam;

/**
 * What other features may ask about dossiers in numbers, in the connections that are kept for reports. All of it follows from
 * the events that were reported: a late event changes the figures of the past.
 */
@ApplicationScoped
public class DossierFigures {
    private static final String STATEMENT_TIMEOUT = "57014";
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Pool pool;
    private final Stays stays;
    private final Clock clock;

    DossierFigures(@ReactiveDataSource("reports") Pool pool, Stays stays, Clock clock) {
        this.pool = pool;
        this.stays = stays;
        this.clock = clock;
    }

    /** One row for each agency that had any such dossier; for each of its fields where {@code byField}. */
    public Uni<DossierCounts> counts(FigureQuestion question, boolean byField) {
        return bounded(stays.upTo()
                .chain(upTo -> pool.preparedQuery(byField ? FigureSql.BY_FIELD : FigureSql.BY_AGENCY)
                        .execute(tuple(question))
                        .map(rows -> new DossierCounts(
                                upTo, rows.stream().map(DossierFigures::count).toList()))));
    }

    /**
     * Up to {@code limit} dossiers behind a figure, in the order of their codes, behind the code {@code after}.
     *
     * @param withFeedback codes of the dossiers that had feedback, for the parts that ask for it
     */
    public Uni<List<CountedDossier>> list(
            FigureQuestion question, DossierPart part, String after, int limit, Collection<String> withFeedback) {
        var asked = tuple(question).addString(after).addInteger(limit);
        if (part.asksForFeedback()) {
            asked.addArrayOfString(withFeedback.toArray(String[]::new));
        }
        return bounded(stays.upTo()
                .chain(() -> pool.preparedQuery(FigureSql.list(part)).execute(asked))
                .map(rows -> rows.stream().map(DossierFigures::listed).toList()));
    }

    /** The reasons that were last given for the dossiers that are overdue. */
    public Uni<List<OverdueCount>> overdueReasons(FigureQuestion question) {
        return bounded(stays.upTo()
                .chain(() -> pool.preparedQuery(FigureSql.OVERDUE_REASONS).execute(tuple(question)))
                .map(rows -> rows.stream()
                        .map(row -> new OverdueCount(
                                row.getString("agency"),
                                row.getString("field"),
                                row.getString("reason"),
                                row.getLong("dossiers")))
                        .toList()));
    }

    /** By agency, how many of these dossiers are in time. */
    public Uni<Map<String, Long>> inTimeAmong(FigureQuestion question, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return bounded(pool.preparedQuery(FigureSql.IN_TIME_AMONG)
                .execute(tuple(question).addArrayOfString(codes.toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getString("agency"), row -> row.getLong("dossiers")))));
    }

    /** A question that takes longer than a report is worth is given up, and the caller told. */
    public static <T> Uni<T> bounded(Uni<T> figures) {
        return figures.onFailure(
                        failure -> failure instanceof PgException pg && STATEMENT_TIMEOUT.equals(pg.getSqlState()))
                .transform(failure -> ProblemException.retryLater(
                        ProblemType.UNAVAILABLE,
                        TRY_AGAIN_AFTER,
                        "Tính số liệu mất quá nhiều thời gian. Hãy chọn kỳ ngắn hơn hoặc đơn vị nhỏ hơn, hoặc thử lại sau.",
                        "The figures take too long. Choose a shorter period or a smaller unit, or try again later."));
    }

    private Tuple tuple(FigureQuestion question) {
        var end = start(question.to().plusDays(1));
        var now = OffsetDateTime.now(clock);
        return Tuple.of(question.agency().value(), start(question.from()), end.isAfter(now) ? now : end)
                .addArrayOfInteger(numbers(question.rule().done()))
                .addArrayOfInteger(numbers(question.rule().paused()));
    }

    private static OffsetDateTime start(LocalDate day) {
        return Vietnam.startOf(day);
    }

    private static Integer[] numbers(Collection<Integer> states) {
        return states.stream().sorted().toArray(Integer[]::new);
    }

    private static DossierCount count(Row row) {
        long online = row.getLong("received_online");
        long post = row.getLong("received_post");
        return new DossierCount(
                row.getString("agency"),
                row.getString("field"),
                online,
                row.getLong("received") - online - post,
                post,
                row.getLong("carried_over"),
                row.getLong("reopened_online"),
                row.getLong("reopened_offline"),
                row.getLong("done_early"),
                row.getLong("done_on_time"),
                row.getLong("done_overdue"),
                row.getLong("done_undated"),
                row.getLong("open_in_time"),
                row.getLong("open_overdue"),
                row.getLong("open_undated"),
                row.getLong("paused_in_time"),
                row.getLong("paused_overdue"),
                row.getLong("paused_undated"),
                row.getLong("finished"),
                row.getDouble("days"));
    }

    private static CountedDossier listed(Row row) {
        return new CountedDossier(
                row.getString("code"),
                row.getString("agency"),
                row.getString("procedure").isEmpty() ? null : row.getString("procedure"),
                row.getString("channel"),
                Vietnam.time(row.getOffsetDateTime("received_at")),
                DossierRows.status(row.getInteger("after")),
                Vietnam.time(row.getOffsetDateTime("since")),
                Timeliness.values()[row.getInteger("verdict")]);
    }
}
