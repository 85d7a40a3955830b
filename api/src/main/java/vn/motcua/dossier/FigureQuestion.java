package vn.motcua.dossier;

import java.time.LocalDate;
import vn.motcua.openapi.AgencyCode;

/**
 * Of which dossiers figures are asked.
 *
 * @param agency this one and the units below it
 * @param from first day
 * @param to last day; what lies in the future is as if the period ended now
 */
public record FigureQuestion(AgencyCode agency, LocalDate from, LocalDate to, CountingRule rule) {
    public FigureQuestion {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it began");
        }
    }
}
