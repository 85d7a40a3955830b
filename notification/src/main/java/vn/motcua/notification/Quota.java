package vn.motcua.notification;

import java.time.Duration;

/**
 * This replica's part of the project's quota. Tokens are leased from the shared bucket in chunks, so that PostgreSQL is
 * asked some times a second and not for each push; what is not used soon is forgotten, which errs to the safe side. Only
 * the dispatcher's thread uses it.
 */
final class Quota {
    static final String PROJECT = "fcm";

    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(10);
    private static final long CHUNK_LIFE_NANOS = Duration.ofSeconds(5).toNanos();

    private final QuotaStore store;
    private final double perSecond;
    private final int chunk;
    private int left;
    private long leasedAt = System.nanoTime();
    private long askAgain = System.nanoTime();
    private boolean opened;

    Quota(QuotaStore store, NotificationConfig config) {
        this.store = store;
        this.perSecond = config.quotaPerMinute() / 60.0;
        // A tenth of a second of the whole quota, but enough for a batch.
        this.chunk = (int) Math.max(config.batch(), perSecond / 10);
    }

    /** How many pushes may be claimed now, at most so many. */
    int most(int wanted) {
        if (System.nanoTime() - leasedAt > CHUNK_LIFE_NANOS) {
            left = 0;
        }
        if (left < wanted && askAgain - System.nanoTime() <= 0) {
            lease();
        }
        return Math.min(left, wanted);
    }

    void used(int pushes) {
        left -= pushes;
    }

    /** What is left of a chunk was granted at the pace from before a pause. */
    void forget() {
        left = 0;
    }

    /** How long until there may be tokens again; zero when there are some. */
    Duration wait(int wanted) {
        return left >= wanted ? Duration.ZERO : Duration.ofNanos(Math.max(0, askAgain - System.nanoTime()));
    }

    /** FCM asks to slow down. */
    void slowDown(Duration pause) {
        left = 0;
        store.slowDown(PROJECT, pause).await().atMost(DATABASE_LIMIT);
    }

    private void lease() {
        if (!opened) {
            store.open(PROJECT, perSecond).await().atMost(DATABASE_LIMIT);
            opened = true;
        }
        var grant = store.take(PROJECT, chunk, perSecond).await().atMost(DATABASE_LIMIT);
        left += grant.tokens();
        leasedAt = System.nanoTime();
        if (grant.tokens() < chunk) {
            askAgain = System.nanoTime() + grant.pause().toNanos();
        }
    }
}
