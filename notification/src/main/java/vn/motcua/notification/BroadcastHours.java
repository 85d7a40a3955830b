package vn.motcua.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import vn.motcua.openapi.Vietnam;

/**
 * The hours of each day in which an announcement goes out, by Vietnam's clocks. Pure.
 *
 * @param from the first moment
 * @param to the first one that is too late
 */
record BroadcastHours(LocalTime from, LocalTime to) {
    BroadcastHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from is not before to");
        }
    }

    /** The moment itself when it lies in these hours, else the next beginning. */
    Instant open(Instant at) {
        var local = at.atZone(Vietnam.ZONE);
        var time = local.toLocalTime();
        if (!time.isBefore(from) && time.isBefore(to)) {
            return at;
        }
        var day =
                time.isBefore(from) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(from).atZone(Vietnam.ZONE).toInstant();
    }

    /** The moment that lies so much time of these hours behind {@code at}. */
    Instant after(Instant at, Duration length) {
        var moment = open(at);
        var left = length;
        while (true) {
            var end = moment.atZone(Vietnam.ZONE)
                    .toLocalDate()
                    .atTime(to)
                    .atZone(Vietnam.ZONE)
                    .toInstant();
            var rest = Duration.between(moment, end);
            if (left.compareTo(rest) < 0) {
                return moment.plus(left);
            }
            left = left.minus(rest);
            moment = open(end);
        }
    }
}
