package vn.motcua.notification;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One inbox entry in the language of the reader.
 *
 * @param kind what the first apps know; it does not grow, because they would fail on a value that they do not know
 * @param topic what it is beside news of a status (DUE_SOON, OVERDUE, DUE_DATE_MOVED, ANNOUNCEMENT, PROCEDURE_CHANGED,
 *     FEEDBACK_STATUS), null for the rest; may grow
 * @param dossierCode null for announcements
 */
public record Notification(
        UUID id,
        Kind kind,
        String topic,
        String title,
        String body,
        String dossierCode,
        OffsetDateTime createdAt,
        OffsetDateTime readAt) {
    /** An invitation to rate, or everything else. */
    public enum Kind {
        DOSSIER_STATUS,
        RATING_INVITATION;

        static Kind of(Notice.Kind kind) {
            return switch (kind) {
                case DOSSIER_STATUS,
                        DUE_SOON,
                        OVERDUE,
                        DUE_DATE_MOVED,
                        ANNOUNCEMENT,
                        PROCEDURE_CHANGED,
                        FEEDBACK_STATUS ->
                    DOSSIER_STATUS;
                case RATING_INVITATION -> RATING_INVITATION;
            };
        }
    }

    static String topic(Notice.Kind kind) {
        return switch (kind) {
            case DOSSIER_STATUS, RATING_INVITATION -> null;
            case DUE_SOON, OVERDUE, DUE_DATE_MOVED, ANNOUNCEMENT, PROCEDURE_CHANGED, FEEDBACK_STATUS -> kind.name();
        };
    }
}
