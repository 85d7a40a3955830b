package vn.motcua.dossier;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.motcua.calendar.WorkingCalendar;

/**
 * When offices are open on a working day. Agencies differ a little; one set of hours serves them all.
 *
 * @param sameDayUntil what came in later than this is not due on the same day
 */
public record OfficeHours(
        LocalTime opens, LocalTime lunchFrom, LocalTime lunchTo, LocalTime closes, LocalTime sameDayUntil) {
    public static final OfficeHours USUAL = new OfficeHours(
            LocalTime.of(7, 30), LocalTime.of(11, 30), LocalTime.of(13, 30), LocalTime.of(17, 0), LocalTime.of(15, 0));

    public OfficeHours {
        if (!opens.isBefore(lunchFrom) || lunchTo.isBefore(lunchFrom) || !lunchTo.isBefore(closes)) {
            throw new IllegalArgumentException("office hours must follow one another: opens, lunch, closes");
        }
    }

    /** The moment at which this much office time has passed after {@code from}. */
    LocalDateTime plus(WorkingCalendar calendar, LocalDateTime from, Duration time) {
        var left = time;
        for (var day = calendar.workingDayFrom(from.toLocalDate()); ; day = calendar.addWorkingDays(day, 1)) {
            var start = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIN;
            for (var session : new LocalTime[][] {{opens, lunchFrom}, {lunchTo, closes}}) {
                var begin = start.isAfter(session[0]) ? start : session[0];
                var open = begin.isBefore(session[1]) ? Duration.between(begin, session[1]) : Duration.ZERO;
                if (open.isPositive() && left.compareTo(open) <= 0) {
                    return day.atTime(begin).plus(left);
                }
                left = left.minus(open);
            }
        }
    }
}
