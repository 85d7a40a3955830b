package vn.motcua.satisfaction;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A dossier that has ended and may be rated once. Only what counting needs; no person.
 *
 * @param dossierCode identifies the dossier to its ticket; only a keyed hash of it is stored
 * @param procedureCode national key, or null when the dossier named none
 * @param fieldCode field of the procedure, or null
 * @param agencyCode competent agency, else reception agency, else the agency part of the dossier code
 * @param channel DIRECT, ONLINE, POSTAL, or null when not known
 * @param endedOn day in Vietnam on which it ended
 */
public record EndedDossier(
        String dossierCode,
        String procedureCode,
        String fieldCode,
        String agencyCode,
        Outcome outcome,
        String channel,
        LocalDate endedOn) {
    /** Key of the group of dossiers whose field or channel is not known. */
    static final String UNKNOWN = "UNKNOWN";

    /** How a dossier ended. */
    public enum Outcome {
        RETURNED,
        RESULT_READY,
        REFUSED,
        STOPPED,
        WITHDRAWN
    }

    public EndedDossier {
        requireNonNull(dossierCode, "dossierCode");
        requireNonNull(agencyCode, "agencyCode");
        requireNonNull(outcome, "outcome");
        requireNonNull(endedOn, "endedOn");
    }
}
