package vn.motcua.organisation;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An endpoint and how it fares.
 *
 * @param secret only in the answer that creates it
 * @param failures in a row
 * @param waiting messages that are not delivered yet
 * @param resumeCursor where the feed stood when deliveries stopped: replay from here to miss nothing
 */
record Webhook(
        UUID id,
        String url,
        String label,
        int concurrency,
        State state,
        String secret,
        OffsetDateTime createdAt,
        int failures,
        OffsetDateTime failingSince,
        String lastError,
        OffsetDateTime lastSuccessAt,
        OffsetDateTime disabledAt,
        long waiting,
        long deadLetters,
        String resumeCursor) {
    /** Delivering, stopped by its firm, or stopped by us after lasting failure. */
    enum State {
        ACTIVE,
        PAUSED,
        DISABLED
    }

    Webhook withSecret(String shown) {
        return new Webhook(
                id,
                url,
                label,
                concurrency,
                state,
                shown,
                createdAt,
                failures,
                failingSince,
                lastError,
                lastSuccessAt,
                disabledAt,
                waiting,
                deadLetters,
                resumeCursor);
    }

    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
