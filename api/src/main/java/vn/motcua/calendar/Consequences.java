package vn.motcua.calendar;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How open deadlines move.
 *
 * @param open open dossiers that were counted: those whose date may be touched
 * @param moved those whose date moves, {@code later} or {@code earlier}
 * @param byDays how many move by how many calendar days
 * @param byAgency agencies with the most dossiers that move, at most a hundred
 * @param earliest the date that moves first; null when none does
 */
public record Consequences(
        int open,
        int moved,
        int later,
        int earlier,
        List<Shift> byDays,
        List<AgencyShare> byAgency,
        Earliest earliest) {
    /** {@code days} is negative when dates come earlier, 0 when they move within a day. */
    public record Shift(int days, int dossiers) {}

    /** {@code mostDays} is the largest move of one dossier, by amount. */
    public record AgencyShare(String agency, int moved, int mostDays) {}

    /** One date before and after. */
    public record Earliest(OffsetDateTime from, OffsetDateTime to) {}

    public Consequences {
        byDays = List.copyOf(byDays);
        byAgency = List.copyOf(byAgency);
    }
}
