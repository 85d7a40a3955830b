package vn.motcua.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/**
 * Answers for everybody, each read once for a while and one at a time: strangers must not keep the few connections of reports
 * busy, whatever they ask for.
 */
@Singleton
class PublicQuality {
    private static final int REMEMBERED = 1_000;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final QualityFigures figures;
    private final QualityConfig config;
    private final Clock clock;

    /** Oldest first. */
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    private final Semaphore turn = new Semaphore(1);

    private record Key(String agency, QualityPeriod period) {}

    private record Kept(Instant until, Uni<QualityFigures.Read> read) {}

    PublicQuality(QualityFigures figures, QualityConfig config, Clock clock) {
        this.figures = figures;
        this.config = config;
        this.clock = clock;
    }

    /** Callers that come while it is read wait for the same reading; one that failed is not kept. */
    Uni<QualityFigures.Read> of(AgencyCode agency, QualityPeriod period) {
        var key = new Key(agency.value(), period);
        var now = clock.instant();
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null && known.until().isAfter(now)) {
                return known.read();
            }
            kept.remove(key);
            while (kept.size() >= REMEMBERED) {
                kept.remove(kept.keySet().iterator().next());
            }
            var read = inTurn(agency, period)
                    .onFailure()
                    .invoke(failure -> forget(key))
                    .memoize()
                    .indefinitely();
            kept.put(key, new Kept(now.plus(config.publicAge()), read));
            return read;
        }
    }

    private Uni<QualityFigures.Read> inTurn(AgencyCode agency, QualityPeriod period) {
        return Uni.createFrom().deferred(() -> {
            if (!turn.tryAcquire()) {
                throw ProblemException.retryLater(
                        ProblemType.UNAVAILABLE,
                        TRY_AGAIN_AFTER,
                        "Đang tính chỉ số cho câu hỏi khác. Hãy thử lại sau vài giây.",
                        "The index is being computed for another question. Try again in a few seconds.");
            }
            return figures.read(agency, period.from(), period.to())
                    .onTermination()
                    .invoke(turn::release);
        });
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
