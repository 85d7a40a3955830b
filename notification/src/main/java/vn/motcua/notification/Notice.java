package vn.motcua.notification;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import vn.motcua.openapi.PersonKey;

/**
 * Something a person is to be told. It becomes one inbox entry, and one push for each of the person's devices.
 *
 * @param recipient who is told
 * @param kind chooses the text
 * @param dossierCode what it is about, for feedback its own code; also the collapse key, so that a phone shows the latest state of a dossier only
 * @param variables values for the text by name, in Vietnamese and English where they are words ({@code statusVi},
 *     {@code statusEn}, {@code agency}); only the inbox shows them, a push never does
 * @param agency code of the agency on whose behalf the person is told; delivery is fair between agencies
 * @param urgent a legal deadline of the person ends within one working day; goes before everything else
 */
public record Notice(
        PersonKey recipient,
        Kind kind,
        String dossierCode,
        Map<String, String> variables,
        String agency,
        boolean urgent) {
    /** What kind of news it is; the contract lists the same ones. */
    public enum Kind {
        DOSSIER_STATUS,
        RATING_INVITATION,
        DUE_SOON,
        OVERDUE,
        DUE_DATE_MOVED,
        FEEDBACK_STATUS,
        /** From the administration to many people at once; the words are the administrator's. */
        ANNOUNCEMENT,
        /** A procedure that the person follows was amended or abolished. */
        PROCEDURE_CHANGED
    }

    public Notice {
        requireNonNull(recipient, "recipient");
        requireNonNull(kind, "kind");
        requireNonNull(dossierCode, "dossierCode");
        requireNonNull(agency, "agency");
        if (agency.isBlank()) {
            throw new IllegalArgumentException("agency is blank");
        }
        variables = Map.copyOf(variables);
    }

    /** On behalf of the agency that gave the dossier its code, not urgent. */
    public Notice(PersonKey recipient, Kind kind, String dossierCode, Map<String, String> variables) {
        this(recipient, kind, dossierCode, variables, issuer(dossierCode), false);
    }

    /** The same on behalf of this agency. */
    public Notice onBehalfOf(String agencyCode) {
        return new Notice(recipient, kind, dossierCode, variables, agencyCode, urgent);
    }

    /** The same, because a legal deadline of the person ends within one working day; nothing else is urgent. */
    public Notice urgently() {
        return new Notice(recipient, kind, dossierCode, variables, agency, true);
    }

    /** Invitations wait; whatever is about the dossier itself goes at once. */
    Lane lane() {
        if (urgent) {
            return Lane.URGENT;
        }
        return kind == Kind.RATING_INVITATION ? Lane.CAN_WAIT : Lane.STATUS;
    }

    /** A dossier code begins with its agency: H15.50.05.13-261008-0975. */
    private static String issuer(String dossierCode) {
        int end = dossierCode.indexOf('-');
        return end <= 0 ? dossierCode : dossierCode.substring(0, end);
    }
}
