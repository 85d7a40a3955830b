package vn.motcua.dossier;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Guessing is slow: each code and each address may be tried a few times a minute and some more times an hour. */
@Singleton
class LookupLimits {
    private final Buckets codes;
    private final Buckets addresses;

    LookupLimits(DossierConfig config) {
        var limits = config.lookup();
        codes = new Buckets(limits.remembered(), limits.perCode(), limits.perCodeSustained());
        addresses = new Buckets(limits.remembered(), limits.perAddress(), limits.perAddressSustained());
    }

    /** Counts a try whatever its outcome; a code that does not exist is counted like one that does. */
    void count(String code, String address) {
        addresses.count(network(address));
        codes.count(code);
    }

    /** One subscriber owns a whole /64 of IPv6. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var groups = address.split(":", 5);
        return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }

    /** A bounded number of buckets: made-up codes push out old ones and never grow the memory. */
    private static final class Buckets {
        private final Map<String, Bucket> buckets;
        private final Bandwidth perMinute;
        private final Bandwidth perHour;

        Buckets(int size, int perMinute, int perHour) {
            this.perMinute = limit(perMinute, Duration.ofMinutes(1));
            this.perHour = limit(perHour, Duration.ofHours(1));
            this.buckets = new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > size;
                }
            };
        }

        void count(String key) {
            var probe = bucket(key).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw ProblemException.retryLater(
                        ProblemType.TOO_MANY_REQUESTS,
                        Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1),
                        "Hãy chờ rồi tra cứu lại; thời gian chờ (giây) ở tiêu đề Retry-After.",
                        "Wait before you look up again; Retry-After tells how many seconds.");
            }
        }

        private Bucket bucket(String key) {
            synchronized (buckets) {
                return buckets.computeIfAbsent(
                        key,
                        unseen -> Bucket.builder()
                                .addLimit(perMinute)
                                .addLimit(perHour)
                                .build());
            }
        }

        private static Bandwidth limit(int tries, Duration time) {
            return Bandwidth.builder().capacity(tries).refillGreedy(tries, time).build();
        }
    }
}
