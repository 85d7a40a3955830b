package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.Set;

/**
 * A committed change of one dossier: codes and states as they were after it, nothing about a person.
 *
 * @param parties keys of the firms that hold or watch the dossier
 * @param status null with {@link Kind#GONE}, like everything after it but the time
 * @param agency the deciding one if known
 */
public record DossierChange(
        Kind kind,
        Set<String> parties,
        String dossierCode,
        DossierStatus status,
        String procedureCode,
        String agency,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime endedAt,
        ClockState clockState,
        OffsetDateTime at) {
    /** Whether the dossier changed, or turned out to be another firm's. */
    public enum Kind {
        CHANGED,
        GONE
    }

    public DossierChange {
        parties = Set.copyOf(parties);
    }
}
