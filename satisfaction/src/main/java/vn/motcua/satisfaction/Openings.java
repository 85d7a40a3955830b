package vn.motcua.satisfaction;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * When questionnaires were opened, in the memory of this replica only, by a part of the ticket's keyed hash, for an hour at
 * most. It is measured here, so that no client can say it was slow.
 */
@Singleton
class Openings {
    private static final int MOST = 100_000;
    private static final Duration KEPT = Duration.ofHours(1);

    /** In the order in which they were opened first. */
    private final Map<UUID, Long> opened = new LinkedHashMap<>();

    private final Duration perQuestion;

    Openings(SatisfactionConfig config) {
        perQuestion = config.fastPerQuestion();
    }

    /** Opening again changes nothing: the first time counts. */
    synchronized void open(byte[] ticketHash) {
        long now = System.nanoTime();
        forget(now);
        opened.putIfAbsent(key(ticketHash), now);
    }

    synchronized Pace pace(byte[] ticketHash, int questions) {
        long now = System.nanoTime();
        forget(now);
        var since = opened.remove(key(ticketHash));
        if (since == null) {
            return Pace.UNKNOWN;
        }
        return now - since < perQuestion.toNanos() * questions ? Pace.FAST : Pace.USUAL;
    }

    private void forget(long now) {
        Iterator<Long> times = opened.values().iterator();
        while (times.hasNext() && (now - times.next() > KEPT.toNanos() || opened.size() >= MOST)) {
            times.remove();
        }
    }

    private static UUID key(byte[] hash) {
        var bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
