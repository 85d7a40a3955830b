package vn.motcua.notification;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A push that was given up. It names no person, device or dossier.
 *
 * @param agency code of the agency on whose behalf the person was told
 * @param ending what became of it: refused by FCM, or too old
 * @param error FCM's code of the last attempt
 * @param createdAt when the person was told; the inbox entry is from then
 * @param endedAt when it was given up
 */
public record DeadLetter(
        UUID messageId,
        Notice.Kind kind,
        String agency,
        Ending ending,
        String error,
        int attempts,
        OffsetDateTime createdAt,
        OffsetDateTime endedAt) {
    /** Why it was given up. */
    public enum Ending {
        DROPPED,
        EXPIRED
    }
}
