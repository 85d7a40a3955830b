package vn.motcua.catalogue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.motcua.openapi.Cursor;

/**
 * A place in the change feed: behind one procedure of one release. {@code synced} is the release up to which the client has
 * everything; while it reads on, the place moves and {@code synced} stays.
 *
 * @param mark tells {@code synced} from a release of the same number in another database
 */
record FeedCursor(long synced, String mark, long release, String code) {
    /** Counts up when the offline records change their shape: who holds older ones starts again. */
    static final int FORMAT = 1;

    private static final String PARAMETER = "after";
    private static final String END = "~";

    /** Where a client may go on from here. */
    enum Standing {
        GOOD,
        /** Newer than what this replica holds. */
        AHEAD,
        /** Too old, or not of this catalogue: only a new start helps. */
        LOST
    }

    /** Before everything; nothing that was taken from the public until now concerns a client that holds nothing. */
    static FeedCursor beginning(ReleaseHistory history) {
        return new FeedCursor(history.latest(), history.mark(history.latest()), 0, "");
    }

    /** Behind everything. */
    static FeedCursor end(ReleaseHistory history) {
        long latest = history.latest();
        return new FeedCursor(latest, history.mark(latest), latest, END);
    }

    FeedCursor behind(long ofRelease, String ofCode) {
        return new FeedCursor(synced, mark, ofRelease, ofCode);
    }

    String encode() {
        return Cursor.of(FORMAT, synced, mark, release, code).encode();
    }

    /** Empty when the text is a cursor of another format. */
    static Optional<FeedCursor> decode(String encoded) {
        return Cursor.decode(encoded, PARAMETER, 5)
                .filter(cursor -> cursor.number(0, PARAMETER) == FORMAT)
                .map(cursor -> new FeedCursor(
                        cursor.number(1, PARAMETER), cursor.key(2), cursor.number(3, PARAMETER), cursor.key(4)));
    }

    /** @param kept how far back the feed goes */
    Standing standing(ReleaseHistory history, OffsetDateTime now, Duration kept) {
        if (synced > history.latest() || release > history.latest()) {
            return Standing.AHEAD;
        }
        if (!mark.equals(history.mark(synced))) {
            return Standing.LOST;
        }
        boolean young = history.publishedAt(synced)
                .map(at -> !at.isBefore(now.minus(kept)))
                .orElse(synced == 0);
        return young || synced == history.latest() ? Standing.GOOD : Standing.LOST;
    }
}
