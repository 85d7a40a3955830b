package vn.motcua.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The handling of one dossier, or of several that went alike, without anything that tells whose it is. Days are counted from
 * 1970-01-01 (Vietnamese dates).
 *
 * @param procedure national key
 * @param agency code of the agency that decides; empty where it is not known
 * @param field field of the procedure; empty where it is not known
 * @param limitDays the legal limit in working days, at least 1; 0 where none is known
 * @param received day of reception
 * @param ended day on which handling ended; {@link #OPEN} while it goes on
 * @param waits times the agency waited for the applicant, in order, without overlap
 * @param withdrawn whether it ended because the applicant withdrew: that tells nothing about the agency's pace
 * @param count how many dossiers went like this
 */
public record Spell(
        String procedure,
        String agency,
        String field,
        int limitDays,
        int received,
        int ended,
        List<Wait> waits,
        boolean withdrawn,
        int count) {
    /** Stands for a day that has not come. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** The clock stands after day {@code from}, up to and with day {@code to}; {@link #OPEN} while the wait goes on. */
    public record Wait(int from, int to) {
        public Wait {
            if (to < from) {
                throw new IllegalArgumentException("a wait ends after it began");
            }
        }
    }

    public Spell {
        requireNonNull(procedure, "procedure");
        requireNonNull(agency, "agency");
        requireNonNull(field, "field");
        waits = List.copyOf(waits);
        if (limitDays < 0 || ended < received || count < 1) {
            throw new IllegalArgumentException("not a spell");
        }
    }
}
