package vn.motcua.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.OfficeTime;
import vn.motcua.calendar.OpeningHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.openapi.Vietnam;

/**
 * When a result is due. The day of receipt is day 0; a limit in days, months or years ends when offices close on its last
 * day, and on the next working day when that day is off (Bộ luật Dân sự 2015, Điều 147, 148). Time the agency waited for
 * the applicant does not count; it is measured in what the limit is counted in. Pure: the same input gives the same date.
 */
public final class Deadline {

    /** Longer limits than this are typing errors; counting them day by day would take for ever. */
    private static final int LONGEST_YEARS = 20;

    private final WorkingCalendar calendar;
    private final OpeningHours hours;
    private final OfficeTime officeTime;

    /** What a limit is counted in. */
    public enum Unit {
        /** By the clock, day and night; what ends while offices are closed ends when they open. */
        HOUR(1.0 / 24 / 365),
        /** While the office is open. */
        WORKING_HOUR(1.0 / 8 / 250),
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

    public Deadline(WorkingCalendar calendar, OpeningHours hours) {
        this.calendar = calendar;
        this.hours = hours;
        this.officeTime = new OfficeTime(calendar, hours);
    }

    /** When a dossier received at this moment is due, with the waits of the applicant taken out. */
    public OffsetDateTime due(OffsetDateTime received, Limit limit, List<Wait> waits) {
        var from = local(received);
        var day = from.toLocalDate();
        var count = limit.whole();
        var due = switch (limit.unit()) {
            case HOUR -> officeTime.openFrom(from.plus(time(limit)).plus(clockTime(waits)));
            case WORKING_HOUR -> officeTime.plus(from, time(limit).plus(officeTime(waits)));
            case WORKING_DAY ->
                limit.value() < 1
                        ? later(sameDay(from), workingDays(waits))
                        : close(calendar.addWorkingDays(day, count + workingDays(waits)));
            case DAY -> limit.value() < 1 ? later(sameDay(from), workingDays(waits)) : end(day.plusDays(count), waits);
            case MONTH -> end(day.plusMonths(count), waits);
            case YEAR -> end(day.plusYears(count), waits);
        };
        return due.atOffset(Vietnam.OFFSET);
    }

    /** A limit that runs through days off: so does the waiting. */
    private LocalDateTime end(LocalDate last, List<Wait> waits) {
        return close(calendar.workingDayFrom(last.plusDays(calendarDays(waits))));
    }

    private static Duration time(Limit limit) {
        return Duration.ofMinutes(Math.round(limit.value() * 60));
    }

    /** Received too late in the day, or on a day off: the next working day. */
    private LocalDateTime sameDay(LocalDateTime received) {
        var day = received.toLocalDate();
        boolean inTime = calendar.isWorkingDay(day)
                && !received.toLocalTime().isAfter(hours.on(day).sameDayUntil());
        return close(inTime ? day : calendar.addWorkingDays(day, 1));
    }

    /** A date that the agency gave, after waits that it did not foresee: as many working days later as were waited. */
    public OffsetDateTime moved(OffsetDateTime due, List<Wait> waits) {
        int days = workingDays(waits);
        return days == 0 ? due : later(local(due), days).atOffset(Vietnam.OFFSET);
    }

    private LocalDateTime later(LocalDateTime due, int days) {
        return days == 0
                ? due
                : calendar.addWorkingDays(due.toLocalDate(), days).atTime(due.toLocalTime());
    }

    /** Working days after the day on which the wait began, up to the day on which it ended. */
    public int workingDays(Wait wait) {
        return calendar.workingDaysBetween(date(wait.from()), date(wait.to()));
    }

    int workingDays(List<Wait> waits) {
        return waits.stream().mapToInt(this::workingDays).sum();
    }

    private static long calendarDays(List<Wait> waits) {
        return waits.stream()
                .mapToLong(wait -> ChronoUnit.DAYS.between(date(wait.from()), date(wait.to())))
                .sum();
    }

    private static Duration clockTime(List<Wait> waits) {
        return waits.stream()
                .map(wait -> Duration.between(wait.from(), wait.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration officeTime(List<Wait> waits) {
        return waits.stream()
                .map(wait -> officeTime.between(local(wait.from()), local(wait.to())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When offices open on the day that lies so many working days before a date is due. */
    OffsetDateTime workingDaysBefore(OffsetDateTime due, int days) {
        var day = calendar.subtractWorkingDays(date(due), days);
        return day.atTime(hours.on(day).opens()).atOffset(Vietnam.OFFSET);
    }

    /** The moment from which so much office time is left. */
    OffsetDateTime officeTimeBefore(OffsetDateTime due, Duration time) {
        return officeTime.minus(local(due), time).atOffset(Vietnam.OFFSET);
    }

    /** Whole working days from a moment until a date is due: 0 on the last day, negative when late. */
    public int workingDaysLeft(OffsetDateTime now, OffsetDateTime due) {
        return calendar.workingDaysBetween(date(now), date(due));
    }

    private LocalDateTime close(LocalDate day) {
        return day.atTime(hours.on(day).closes());
    }

    static LocalDate date(OffsetDateTime time) {
        return local(time).toLocalDate();
    }

    private static LocalDateTime local(OffsetDateTime time) {
        return Vietnam.time(time).toLocalDateTime();
    }
}
