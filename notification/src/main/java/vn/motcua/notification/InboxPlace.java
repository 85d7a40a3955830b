package vn.motcua.notification;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.ProblemException;

/** A place in the inbox: the last entry that the reader has seen. */
record InboxPlace(OffsetDateTime createdAt, UUID id) {
    private static final String PARAMETER = "after";

    static Optional<InboxPlace> decode(String after) {
        if (after != null && after.length() > 200) {
            throw notACursor();
        }
        return Cursor.decode(after, PARAMETER, 2).map(InboxPlace::of);
    }

    private static InboxPlace of(Cursor cursor) {
        try {
            var place = new InboxPlace(OffsetDateTime.parse(cursor.key(0)), UUID.fromString(cursor.key(1)));
            if (Math.abs(place.createdAt.getYear() - 2000) > 1000) {
                throw notACursor();
            }
            return place;
        } catch (DateTimeException | IllegalArgumentException madeUp) {
            throw notACursor();
        }
    }

    Cursor encode() {
        return Cursor.of(createdAt, id);
    }

    private static ProblemException notACursor() {
        return ProblemException.invalid(
                PARAMETER,
                "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của trang trước.",
                "Not a cursor of this list. Use the nextCursor of the page before, unchanged.");
    }
}
