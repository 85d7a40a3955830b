package vn.motcua.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;

/**
 * When a result is due. The day of receipt is day 0; a limit in days, months or years ends when offices close on its last
 * day, and on the next working day when that day is off (Bộ luật Dân sự 2015, Điều 147, 148). Hours are office hours. Time
 * the agency waited for the applicant does not count. Pure: the same input gives the same date.
 */
public final class Deadline {
    static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** Longer limits than this are typing errors; counting them day by day would take for ever. */
    private static final int LONGEST_YEARS = 20;

    private final WorkingCalendar calendar;
    private final OfficeHours hours;

    /** What a limit is counted in. */
    public enum Unit {
        HOUR(1.0 / 24 / 365),
        DAY(1.0 / 365),
        WORKING_DAY(1.0 / 250),
        MONTH(1.0 / 12),
        YEAR(1);

        private final double years;

        Unit(double years) {
            this.years = years;
        }

        /** Absent for what cannot be counted ("other"). */
        public static Optional<Unit> parse(String text) {
            for (var unit : values()) {
                if (unit.name().equals(text)) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    /** A time limit. A limit of less than a day is kept on the day of receipt ("trong ngày"). */
    public record Limit(double value, Unit unit) {
        public Limit {
            if (!(value >= 0) || value * unit.years > LONGEST_YEARS) {
                throw new IllegalArgumentException("not a time limit");
            }
        }

        /** Absent when the published value makes no sense. */
        static Optional<Limit> of(double value, Unit unit) {
            return value >= 0 && value * unit.years <= LONGEST_YEARS
                    ? Optional.of(new Limit(value, unit))
                    : Optional.empty();
        }

        /** Its length in years, roughly: to find the longest of several. */
        double years() {
            return value * unit.years;
        }

        int whole() {
            return (int) Math.ceil(value);
        }
    }

    /** The agency waited for the applicant (supplement, payment) from one moment to another. */
    public record Wait(OffsetDateTime from, OffsetDateTime to) {
        public Wait {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a wait ends after it began");
            }
        }
    }

    public Deadline(WorkingCalendar calendar, OfficeHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    /** When a dossier received at this moment is due, with the waits of the applicant taken out. */
    public OffsetDateTime due(OffsetDateTime received, Limit limit, List<Wait> waits) {
        return moved(due(local(received), limit).atOffset(VIETNAM), waits);
    }

    private LocalDateTime due(LocalDateTime received, Limit limit) {
        var day = received.toLocalDate();
        var count = limit.whole();
        return switch (limit.unit()) {
            case HOUR -> hours.plus(calendar, received, Duration.ofMinutes(Math.round(limit.value() * 60)));
            case WORKING_DAY -> limit.value() < 1 ? sameDay(received) : close(calendar.addWorkingDays(day, count));
            case DAY -> limit.value() < 1 ? sameDay(received) : close(calendar.workingDayFrom(day.plusDays(count)));
            case MONTH -> close(calendar.workingDayFrom(day.plusMonths(count)));
            case YEAR -> close(calendar.workingDayFrom(day.plusYears(count)));
        };
    }

    /** Received too late in the day, or on a day off: the next working day. */
    private LocalDateTime sameDay(LocalDateTime received) {
        var day = received.toLocalDate();
        boolean inTime = calendar.isWorkingDay(day) && !received.toLocalTime().isAfter(hours.sameDayUntil());
        return close(inTime ? day : calendar.addWorkingDays(day, 1));
    }

    /** A due date after the waits: as many working days later as were waited. */
    public OffsetDateTime moved(OffsetDateTime due, List<Wait> waits) {
        int days = waits.stream().mapToInt(this::workingDays).sum();
        if (days == 0) {
            return due;
        }
        var local = local(due);
        return calendar.addWorkingDays(local.toLocalDate(), days)
                .atTime(local.toLocalTime())
                .atOffset(VIETNAM);
    }

    /** Working days after the day on which the wait began, up to the day on which it ended. */
    public int workingDays(Wait wait) {
        return calendar.workingDaysBetween(date(wait.from()), date(wait.to()));
    }

    /** Whole working days from a moment until a date is due: 0 on the last day, negative when late. */
    public int workingDaysLeft(OffsetDateTime now, OffsetDateTime due) {
        return calendar.workingDaysBetween(date(now), date(due));
    }

    private LocalDateTime close(LocalDate day) {
        return day.atTime(hours.closes());
    }

    static LocalDate date(OffsetDateTime time) {
        return local(time).toLocalDate();
    }

    private static LocalDateTime local(OffsetDateTime time) {
        return time.withOffsetSameInstant(VIETNAM).toLocalDateTime();
    }
}
