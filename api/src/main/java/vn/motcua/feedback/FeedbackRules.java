package vn.motcua.feedback;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.openapi.StartOrder;

/** Time limits and the words of other tracks, from memory: read before the first request, and again every few minutes. */
@Singleton
class FeedbackRules {
    private static final Logger LOG = Logger.getLogger(FeedbackRules.class);
    private static final Duration FIRST_READ = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private static final String LIMITS =
            "select step, agency, working_days, source from feedback.step_limit limit 10000";
    private static final String PHRASES = "select phrase, track from feedback.track_phrase limit 10000";

    private final Pool pool;
    private volatile Limits limits;
    private volatile Tracks tracks = new Tracks(List.of());

    FeedbackRules(Pool pool) {
        this.pool = pool;
    }

    Limits limits() {
        return limits;
    }

    Tracks tracks() {
        return tracks;
    }

    void start(@Observes @Priority(StartOrder.FIRST_READS) StartupEvent started, Vertx vertx) {
        refresh().await().atMost(FIRST_READ);
        vertx.setPeriodic(
                AGAIN.toMillis(),
                timer -> refresh()
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warn("rules of feedback not read again; the former stay", failure)));
    }

    Uni<Void> refresh() {
        return Uni.combine()
                .all()
                .unis(pool.query(LIMITS).execute(), pool.query(PHRASES).execute())
                .asTuple()
                .invoke(both -> {
                    limits = new Limits(both.getItem1().stream()
                            .map(row -> new Limit(
                                    LimitStep.valueOf(row.getString("step")),
                                    row.getString("agency"),
                                    row.getInteger("working_days"),
                                    row.getString("source")))
                            .toList());
                    tracks = new Tracks(both.getItem2().stream()
                            .map(row -> new Tracks.Phrase(row.getString("phrase"), track(row.getString("track"))))
                            .toList());
                })
                .replaceWithVoid();
    }

    private static Track track(String name) {
        return name.equals("EXCEPTION") ? Track.NONE : Track.valueOf(name);
    }
}
