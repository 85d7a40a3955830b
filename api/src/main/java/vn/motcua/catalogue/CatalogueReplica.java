package vn.motcua.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.search.PublishedWords;

/** Keeps the snapshot of the latest release: built in the background at start and after every release, swapped whole. */
@ApplicationScoped
class CatalogueReplica {
    private static final Logger LOG = Logger.getLogger(CatalogueReplica.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration PUBLISH_WAIT = Duration.ofSeconds(20);

    private final CatalogueStore store;
    private final ReleaseListener listener;
    private final CatalogueConfig config;
    private final PublishedWords words;
    private final Popularity popularity;
    private final CompletableFuture<CatalogueSnapshot> first = new CompletableFuture<>();
    private volatile CatalogueSnapshot current;
    private volatile ScheduledExecutorService background;

    CatalogueReplica(
            CatalogueStore store,
            ReleaseListener listener,
            CatalogueConfig config,
            PublishedWords words,
            Popularity popularity) {
        this.store = store;
        this.listener = listener;
        this.config = config;
        this.words = words;
        this.popularity = popularity;
    }

    void start(@Observes StartupEvent started) {
        background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("catalogue-replica").daemon().factory());
        // The notification is the fast way; the poll makes sure that a cut connection costs no more than its interval.
        background.scheduleWithFixedDelay(this::catchUp, 0, config.poll().toMillis(), TimeUnit.MILLISECONDS);
        background.scheduleWithFixedDelay(
                this::refreshPopularity,
                config.popularity().toMillis(),
                config.popularity().toMillis(),
                TimeUnit.MILLISECONDS);
        listener.listen(() -> background.execute(this::catchUp));
    }

    void stop(@Observes ShutdownEvent stopping) {
        listener.close();
        background.shutdownNow();
    }

    /** The latest snapshot, or a 503 problem while the first one is being built. */
    CatalogueSnapshot now() {
        return ready().orElseThrow(CatalogueReplica::notReady);
    }

    Optional<CatalogueSnapshot> ready() {
        return Optional.ofNullable(current);
    }

    /** Waits a moment for the first snapshot; later it is simply there. */
    Uni<CatalogueSnapshot> whenReady() {
        var snapshot = current;
        return snapshot != null
                ? Uni.createFrom().item(snapshot)
                : Uni.createFrom()
                        .completionStage(first)
                        .ifNoItem()
                        .after(FIRST_WAIT)
                        .failWith(CatalogueReplica::notReady);
    }

    /** Whoever published reads their own release on this replica. */
    void awaitCatchUp() {
        try {
            background.submit(this::catchUp).get(PUBLISH_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException late) {
            LOG.warn("the release is published, this replica follows later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() {
        try {
            var snapshot = current;
            if (snapshot == null || store.latestRelease().await().atMost(FIRST_WAIT) != snapshot.releaseId()) {
                readRelease();
            } else if (words.version().await().atMost(FIRST_WAIT)
                    != snapshot.words().version()) {
                current = snapshot.with(words.newest().await().atMost(FIRST_WAIT));
                LOG.infof("search words %d", current.words().version());
            }
        } catch (RuntimeException e) {
            // The old snapshot keeps answering; the next poll tries again.
            LOG.warnf("the catalogue could not be read: %s", e.getMessage());
        }
    }

    private void readRelease() {
        long start = System.nanoTime();
        current = store.load(
                words.newest().await().atMost(FIRST_WAIT),
                dossiers(),
                Optional.ofNullable(current).map(CatalogueSnapshot::shelf));
        first.complete(current);
        LOG.infof(
                "catalogue release %d: %d procedures, read and indexed in %d ms",
                current.releaseId(),
                current.entries().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Without the counts procedures are ranked by what the record says of them. */
    private Map<String, Long> dossiers() {
        try {
            var exact = popularity.dossiersByProcedure().await().atMost(FIRST_WAIT);
            // By powers of two, so that the ranking, and with it what caches hold, changes seldom and on all replicas
            // alike.
            return exact.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, count -> Long.highestOneBit(count.getValue())));
        } catch (RuntimeException e) {
            LOG.warnf("no dossier counts for the ranking: %s", e.getMessage());
            return Map.of();
        }
    }

    private void refreshPopularity() {
        if (current != null) {
            try {
                if (!dossiers().equals(current.dossiers())) {
                    readRelease();
                }
            } catch (RuntimeException e) {
                LOG.warnf("the dossier counts could not be refreshed: %s", e.getMessage());
            }
        }
    }

    static ProblemException notReady() {
        return ProblemException.retryLater(
                ProblemType.UNAVAILABLE,
                Duration.ofSeconds(1),
                "Danh mục thủ tục đang được nạp. Hãy thử lại sau giây lát.",
                "The catalogue is being loaded. Try again in a moment.");
    }
}
