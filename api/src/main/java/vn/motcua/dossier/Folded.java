package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.motcua.satisfaction.EndedDossier.Outcome;

/**
 * What follows from all events of one dossier, without calendar and catalogue.
 *
 * @param waits finished waits for the applicant since reception that do not count against the agency
 * @param promises the dates that the agency gave, in order
 * @param flags how many events do not follow from the one before
 * @param freshFlags those of them that the batch at hand brought
 * @param confirmed how many events of the batch at hand were known from another system already
 * @param freshNews whether the batch at hand brought the present state
 */
record Folded(
        String code,
        DossierStatus status,
        OffsetDateTime lastEventAt,
        EventFacts facts,
        UUID personKey,
        Proofs proofs,
        OffsetDateTime receivedAt,
        OffsetDateTime pausedSince,
        List<Deadline.Wait> waits,
        List<Promise> promises,
        int supplements,
        int flags,
        int freshFlags,
        int confirmed,
        boolean freshNews,
        OffsetDateTime endedAt,
        Outcome outcome,
        List<Moment> timeline,
        Feeds feeds) {
    /**
     * One visible step of a dossier.
     *
     * @param reasonMissing whether it sends the dossier back and nobody said why
     */
    record Moment(DossierStatus status, OffsetDateTime occurredAt, String agency, boolean reasonMissing) {
        Moment(DossierStatus status, OffsetDateTime occurredAt, String agency) {
            this(status, occurredAt, agency, false);
        }
    }
}
