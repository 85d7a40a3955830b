package vn.motcua.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of a running dossier. Vietnamese dates.
 *
 * @param procedure national key; null when not known
 * @param agency who decides; empty when not known
 * @param field field of the procedure; empty when not known
 * @param limitDays legal limit in working days, 0 when not known
 * @param waits finished waits for the applicant
 * @param waitingSince when the present wait began; null while the clock runs
 * @param due when it is due; null when not known
 * @param dayOver whether today's office hours are over
 */
public record ForecastQuestion(
        String procedure,
        String agency,
        String field,
        int limitDays,
        LocalDate received,
        List<Spell.Wait> waits,
        LocalDate waitingSince,
        LocalDate due,
        LocalDate today,
        boolean dayOver) {
    public ForecastQuestion {
        waits = List.copyOf(waits);
    }
}
