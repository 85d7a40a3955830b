package vn.motcua.calendar;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What a change of the working time would do to open deadlines. The feature that keeps deadlines implements it. */
public interface DeadlineImpact {
    /**
     * Counts and changes nothing.
     *
     * @param from the first day that differs; null when any may
     */
    Uni<Consequences> of(WorkingTime before, WorkingTime after, LocalDate from);
}
