package vn.motcua.dossier;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.Set;
import vn.motcua.openapi.AgencyCode;

/**
 * Which of a firm's dossiers are meant. Null and empty parts do not narrow; all others must hold together.
 *
 * @param statuses one of these
 * @param agency competent, reception or support agency: this one or one below it
 * @param procedureCode national key
 * @param dueFrom due at or after this time
 * @param dueBefore due before this time
 * @param overdue past its due date now, or ended after it
 * @param changedSince the latest event happened at or after this time
 */
public record FirmFilter(
        Selection selection,
        Set<DossierStatus> statuses,
        AgencyCode agency,
        String procedureCode,
        OffsetDateTime dueFrom,
        OffsetDateTime dueBefore,
        Boolean overdue,
        OffsetDateTime changedSince) {
    /** Its own dossiers, or those of others that it watches. */
    public enum Selection {
        OWN,
        WATCHED
    }

    public FirmFilter {
        requireNonNull(selection, "selection");
        statuses = Set.copyOf(statuses);
    }
}
