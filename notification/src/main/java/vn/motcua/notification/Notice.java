package vn.motcua.notification;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import vn.motcua.openapi.PersonKey;

/**
 * Something a person is to be told. It becomes one inbox entry, and one push for each of the person's devices.
 *
 * @param recipient who is told
 * @param kind chooses the text
 * @param dossierCode what it is about; also the collapse key, so that a phone shows the latest state of a dossier only
 * @param variables values for the text by name, in Vietnamese and English where they are words ({@code statusVi},
 *     {@code statusEn}, {@code agency}); only the inbox shows them, a push never does
 */
public record Notice(PersonKey recipient, Kind kind, String dossierCode, Map<String, String> variables) {
    /** What kind of news it is; the contract lists the same ones. */
    public enum Kind {
        DOSSIER_STATUS,
        RATING_INVITATION,
        DUE_SOON,
        OVERDUE,
        DUE_DATE_MOVED
    }

    public Notice {
        requireNonNull(recipient, "recipient");
        requireNonNull(kind, "kind");
        requireNonNull(dossierCode, "dossierCode");
        variables = Map.copyOf(variables);
    }
}
