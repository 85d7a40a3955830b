package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When offices are open on a working day, Vietnamese time.
 *
 * @param sameDayUntil what came in later than this is not due on the same day
 */
public record OfficeHours(
        LocalTime opens, LocalTime lunchFrom, LocalTime lunchTo, LocalTime closes, LocalTime sameDayUntil)
        implements OpeningHours {
    public static final OfficeHours USUAL = new OfficeHours(
            LocalTime.of(7, 30), LocalTime.of(11, 30), LocalTime.of(13, 30), LocalTime.of(17, 0), LocalTime.of(15, 0));

    /** A stretch in which an office is open. */
    record Session(LocalTime from, LocalTime to) {}

    public OfficeHours {
        if (!opens.isBefore(lunchFrom) || lunchTo.isBefore(lunchFrom) || !lunchTo.isBefore(closes)) {
            throw new IllegalArgumentException("office hours must follow one another: opens, lunch, closes");
        }
    }

    /** The same hours on every day. */
    @Override
    public OfficeHours on(LocalDate day) {
        return this;
    }

    List<Session> sessions() {
        return List.of(new Session(opens, lunchFrom), new Session(lunchTo, closes));
    }

    OfficeHours sameDayUntil(LocalTime time) {
        return new OfficeHours(opens, lunchFrom, lunchTo, closes, time);
    }
}
