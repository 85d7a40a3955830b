package vn.motcua.notification;

import java.time.LocalDate;
import java.util.Optional;

/** What announcements have to know of the rest of the house; the service implements it. */
public interface BroadcastSurroundings {
    /** Whether this is the code of a province. */
    boolean isProvince(String agencyCode);

    /** The code under which the procedure is published, from any form of it; nothing when there is none. */
    Optional<String> procedure(String code);

    /** The {@code days}-th working day before {@code date}; nothing when the calendar does not reach there. */
    Optional<LocalDate> workingDaysBefore(LocalDate date, int days);

    /** Identifier of the account that is calling. */
    String author();
}
