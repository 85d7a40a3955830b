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
        return decode(after, PARAMETER);
    }

    static Optional<InboxPlace> decode(String after, String parameter) {
        if (after != null && after.length() > 200) {
            throw notACursor(parameter);
        }
        return Cursor.decode(after, parameter, 2).map(cursor -> of(cursor, parameter));
    }

    private static InboxPlace of(Cursor cursor, String parameter) {
        try {
            var place = new InboxPlace(OffsetDateTime.parse(cursor.key(0)), UUID.fromString(cursor.key(1)));
            if (Math.abs(place.createdAt.getYear() - 2000) > 1000) {
                throw notACursor(parameter);
            }
            return place;
        } catch (DateTimeException | IllegalArgumentException madeUp) {
            throw notACursor(parameter);
        }
    }

    Cursor encode() {
        return Cursor.of(createdAt, id);
    }

    private static ProblemException notACursor(String parameter) {
        return ProblemException.invalid(
                parameter,
                "Con trỏ không đúng. Hãy dùng nguyên giá trị nextCursor của trang trước.",
                "Not a cursor of this list. Use the nextCursor of the page before, unchanged.");
    }
}
