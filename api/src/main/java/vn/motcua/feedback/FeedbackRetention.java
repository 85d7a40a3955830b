package vn.motcua.feedback;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Forgets when the time is up: who sent a case and what was attached a year after its end, the log of accesses after two. The
 * published words, the dates and the counts stay. Two replicas doing it at once do no harm.
 */
@Singleton
class FeedbackRetention {
    private static final Logger LOG = Logger.getLogger(FeedbackRetention.class);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final Content GONE = new Content("(đã xoá)", "(đã xoá)", null);

    private final RetentionStore store;
    private final FeedbackStore cases;
    private final FeedbackAccessStore accesses;
    private final AttachmentRows rows;
    private final Attachments attachments;
    private final FeedbackSeal seal;

    FeedbackRetention(
            RetentionStore store,
            FeedbackStore cases,
            FeedbackAccessStore accesses,
            AttachmentRows rows,
            Attachments attachments,
            FeedbackSeal seal) {
        this.store = store;
        this.cases = cases;
        this.accesses = accesses;
        this.rows = rows;
        this.attachments = attachments;
        this.seal = seal;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                EVERY.toMillis(),
                timer -> turn().subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warn("old feedback was not forgotten; tried again later", failure)));
    }

    Uni<Void> turn() {
        return accesses.forgetOld().chain(store::forgetOldKeys).chain(() -> behind(RetentionStore.Due.FIRST));
    }

    /** Page by page: what cannot be forgotten now does not stand in the way of those behind it. */
    private Uni<Void> behind(RetentionStore.Due last) {
        return store.due(last)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : forget(due.stream().map(RetentionStore.Due::code).toList())
                                .chain(() -> behind(due.getLast())));
    }

    /** Files before names: whatever fails is found again. */
    Uni<Void> forget(List<String> codes) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(nothing -> codes.stream().filter(this::forgetsFiles).toList())
                .chain(without -> store.forget(without, seal.seal(GONE)));
    }

    private boolean forgetsFiles(String code) {
        try {
            for (var kept : rows.kept(cases.outside(), code).await().atMost(Duration.ofSeconds(20))) {
                attachments.forget(kept);
            }
            return true;
        } catch (IOException e) {
            LOG.warn("files of an old case could not be removed; tried again later", e);
            return false;
        }
    }
}
