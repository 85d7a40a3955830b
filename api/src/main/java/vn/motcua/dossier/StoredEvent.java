package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * An event as the fold sees it.
 *
 * @param source the system that sent it
 * @param reasonMissing whether it sends the dossier back without a word why
 * @param fresh whether the batch at hand brought it
 */
record StoredEvent(
        String dossierCode,
        String source,
        DossierStatus status,
        OffsetDateTime occurredAt,
        EventFacts facts,
        UUID personKey,
        Proofs proofs,
        byte[] contentHash,
        boolean reasonMissing,
        boolean fresh) {
    /** By time, then by the order of the states; hash and system decide the rest, so that the order of arrival never does. */
    static final Comparator<StoredEvent> ORDER = Comparator.<StoredEvent, java.time.Instant>comparing(
                    e -> e.occurredAt().toInstant())
            .thenComparing(StoredEvent::status)
            .thenComparing(StoredEvent::contentHash, Arrays::compareUnsigned)
            .thenComparing(StoredEvent::source);
}
