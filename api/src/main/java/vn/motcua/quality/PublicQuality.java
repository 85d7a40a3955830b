package vn.motcua.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.openapi.AgencyCode;

/** Answers for everybody, each read once for a while: strangers must not keep the few connections of reports busy. */
@Singleton
class PublicQuality {
    private static final int REMEMBERED = 1_000;

    private final QualityFigures figures;
    private final QualityConfig config;
    private final Clock clock;

    /** Oldest first. */
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

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
            var read = figures.read(agency, period.from(), period.to())
                    .onFailure()
                    .invoke(failure -> forget(key))
                    .memoize()
                    .indefinitely();
            kept.put(key, new Kept(now.plus(config.publicAge()), read));
            return read;
        }
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
