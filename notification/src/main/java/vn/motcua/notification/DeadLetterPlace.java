package vn.motcua.notification;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.ProblemException;

/** A place in the list of dead letters: the last one that was shown. */
record DeadLetterPlace(OffsetDateTime endedAt, UUID messageId, String installationId) {
    private static final String PARAMETER = "cursor";

    static Optional<DeadLetterPlace> decode(String cursor) {
        if (cursor != null && cursor.length() > 200) {
            throw notACursor();
        }
        return Cursor.decode(cursor, PARAMETER, 3).map(DeadLetterPlace::of);
    }

    private static DeadLetterPlace of(Cursor cursor) {
        try {
            var endedAt = OffsetDateTime.parse(cursor.key(0));
            if (Math.abs(endedAt.getYear() - 2000) > 1000) {
                throw notACursor();
            }
            return new DeadLetterPlace(endedAt, UUID.fromString(cursor.key(1)), cursor.key(2));
        } catch (DateTimeException | IllegalArgumentException madeUp) {
            throw notACursor();
        }
    }

    Cursor encode() {
        return Cursor.of(endedAt, messageId, installationId);
    }

    private static ProblemException notACursor() {
        return ProblemException.invalid(
                PARAMETER,
                "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của trang trước.",
                "Not a cursor of this list. Use the nextCursor of the page before, unchanged.");
    }
}
