package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One step of a dossier; reason, official and sources only for its owner.
 *
 * @param text what happened, in words
 * @param reasonNote says that the agency gave no reason; null where it did or owes none
 * @param sources the systems that reported this step, where several report the dossier; else null
 */
record TimelineEntry(
        DossierStatus status,
        String statusLabel,
        OffsetDateTime occurredAt,
        AgencyRef agency,
        String text,
        Reason reason,
        Handler handler,
        String reasonNote,
        List<String> sources) {
    TimelineEntry {
        sources = sources == null ? null : List.copyOf(sources);
    }
}
