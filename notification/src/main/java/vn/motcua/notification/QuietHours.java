package vn.motcua.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which a person is not woken, by the clock of the place where the person lives. They may go over midnight.
 *
 * @param from the first quiet moment
 * @param to the first one that is not quiet any more
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    /** Longer than this nothing would get through in a day that also has trouble with FCM. */
    static final Duration LONGEST = Duration.ofHours(16);

    /** How long it stays quiet; zero when it is not. */
    Duration left(Instant now) {
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Duration.ZERO;
        }
        // The day of the end decides, so that a night in which clocks change ends at the hour that the person sees.
        var day = time.isBefore(to) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        var left = Duration.between(now, day.atTime(to).atZone(zone).toInstant());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration length() {
        var length = Duration.between(from, to);
        return length.isPositive() ? length : length.plusDays(1);
    }
}
