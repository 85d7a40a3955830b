package vn.motcua.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Counts time in which an office is open: working days of the calendar, hours of the office. Pure. */
public final class OfficeTime {
    private final WorkingCalendar calendar;
    private final OpeningHours hours;

    public OfficeTime(WorkingCalendar calendar, OpeningHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    /** The first moment at which this much office time has passed after {@code from}. */
    public LocalDateTime plus(LocalDateTime from, Duration time) {
        var left = time;
        for (var day = calendar.workingDayFrom(from.toLocalDate()); ; day = calendar.addWorkingDays(day, 1)) {
            var start = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIN;
            for (var session : hours.on(day).sessions()) {
                var begin = start.isAfter(session.from()) ? start : session.from();
                var open = begin.isBefore(session.to()) ? Duration.between(begin, session.to()) : Duration.ZERO;
                if (open.isPositive() && left.compareTo(open) <= 0) {
                    return day.atTime(begin).plus(left);
                }
                left = left.minus(open);
            }
        }
    }

    /** The last moment from which this much office time passes until {@code to}. */
    public LocalDateTime minus(LocalDateTime to, Duration time) {
        var left = time;
        for (var day = calendar.workingDayUntil(to.toLocalDate()); ; day = calendar.subtractWorkingDays(day, 1)) {
            var end = day.equals(to.toLocalDate()) ? to.toLocalTime() : LocalTime.MAX;
            for (var session : hours.on(day).sessions().reversed()) {
                var stop = end.isBefore(session.to()) ? end : session.to();
                var open = stop.isAfter(session.from()) ? Duration.between(session.from(), stop) : Duration.ZERO;
                if (open.isPositive() && left.compareTo(open) <= 0) {
                    return day.atTime(stop).minus(left);
                }
                left = left.minus(open);
            }
        }
    }

    /** The moment itself while the office is open or just closing, else when it opens next. */
    public LocalDateTime openFrom(LocalDateTime moment) {
        for (var day = calendar.workingDayFrom(moment.toLocalDate()); ; day = calendar.addWorkingDays(day, 1)) {
            var time = day.equals(moment.toLocalDate()) ? moment.toLocalTime() : LocalTime.MIN;
            for (var session : hours.on(day).sessions()) {
                if (!time.isAfter(session.to())) {
                    return day.atTime(time.isAfter(session.from()) ? time : session.from());
                }
            }
        }
    }

    /** Office time that passes between two moments. */
    public Duration between(LocalDateTime from, LocalDateTime to) {
        var sum = Duration.ZERO;
        for (var day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day)) {
                continue;
            }
            var start = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIN;
            var end = day.equals(to.toLocalDate()) ? to.toLocalTime() : LocalTime.MAX;
            for (var session : hours.on(day).sessions()) {
                var begin = start.isAfter(session.from()) ? start : session.from();
                var stop = end.isBefore(session.to()) ? end : session.to();
                sum = begin.isBefore(stop) ? sum.plus(Duration.between(begin, stop)) : sum;
            }
        }
        return sum;
    }
}
