package vn.motcua.feedback;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.calendar.Calendars;

/**
 * Counts the dates of open cases again when other days off were published. Each date carries the revision it was counted with,
 * so that a replica that stops in between leaves nothing behind that another would not find.
 */
@Singleton
class FeedbackRecount {
    private static final Logger LOG = Logger.getLogger(FeedbackRecount.class);

    /** The usual priority of observers is 2500: limits and calendar are there then. */
    private static final int AFTER_THE_RULES = 3_000;

    private static final String OUTDATED = """
            select code from feedback.petition where ended_at is null and calendar < $1 order by calendar, code limit 50
            """;

    private final Pool pool;
    private final FeedbackStore store;
    private final Handlings handlings;
    private final Calendars calendars;

    FeedbackRecount(Pool pool, FeedbackStore store, Handlings handlings, Calendars calendars) {
        this.pool = pool;
        this.store = store;
        this.handlings = handlings;
        this.calendars = calendars;
    }

    /** At the start too: another revision may have come while no replica ran. */
    void start(@Observes @Priority(AFTER_THE_RULES) StartupEvent started) {
        calendars.onChange(this::run);
        run();
    }

    private void run() {
        turn().subscribe().with(done -> {}, failure -> LOG.warn("dates of feedback were not counted again", failure));
    }

    /** All of them, a page at a time. */
    Uni<Void> turn() {
        return pool.preparedQuery(OUTDATED)
                .execute(Tuple.of(calendars.time().revision()))
                .map(rows -> rows.stream().map(row -> row.getString("code")).toList())
                .chain(codes -> codes.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : page(codes).chain(this::turn));
    }

    private Uni<Void> page(List<String> codes) {
        return store.inTransaction(tx -> {
            var all = Uni.createFrom().voidItem();
            for (var code : codes) {
                all = all.chain(() -> one(tx, code));
            }
            return all;
        });
    }

    private Uni<Void> one(SqlConnection tx, String code) {
        return store.lock(tx, code).chain(found -> {
            var open = found.filter(one -> !one.petition().standing().state().hasEnded());
            if (open.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            var due = handlings.now().dueOn(open.get());
            var standing =
                    open.get().petition().standing().due(due, calendars.time().revision());
            var current = open.get().current();
            var assignments = current.finishedOn() == null ? List.of(current.due(due)) : List.<Assignment>of();
            return store.update(tx, code, standing).chain(() -> store.assignments(tx, code, assignments));
        });
    }
}
