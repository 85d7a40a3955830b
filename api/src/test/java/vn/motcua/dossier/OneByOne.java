package vn.motcua.dossier;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Map;
import vn.motcua.calendar.Days;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.Deadline.Wait;

/** A count that shares nothing with the one under test but the list of days: slow, and easy to believe. */
final class OneByOne {
    private final Map<LocalDate, Boolean> exceptions = Days.exceptions();

    /** @param wait may be null; it must begin within the limit */
    LocalDateTime due(LocalDateTime received, Limit limit, Wait wait) {
        int count = (int) limit.value();
        var day = received.toLocalDate();
        return switch (limit.unit()) {
            case HOUR -> rolled(minutes(received, count * 60, wait, false));
            case WORKING_HOUR -> minutes(received, count * 60, wait, true);
            case WORKING_DAY -> close(days(day, count, wait, true));
            case DAY -> close(worked(days(day, count, wait, false)));
            case MONTH -> close(worked(days(month(day, count), 0, wait, false)));
            case YEAR -> close(worked(days(month(day, 12 * count), 0, wait, false)));
        };
    }

    /** Days after the first one; a day after the request up to the day of the supply does not count. */
    private LocalDate days(LocalDate first, int count, Wait wait, boolean workedOnly) {
        var day = first;
        int left = count + (count == 0 ? waited(wait) : 0);
        while (left > 0) {
            day = day.plusDays(1);
            boolean counts = !workedOnly || isWorked(day);
            boolean waited = count > 0
                    && wait != null
                    && day.isAfter(wait.from().toLocalDate())
                    && !day.isAfter(wait.to().toLocalDate());
            left -= counts && !waited ? 1 : 0;
        }
        return day;
    }

    private static int waited(Wait wait) {
        int days = 0;
        if (wait != null) {
            for (var day = wait.from().toLocalDate(); day.isBefore(wait.to().toLocalDate()); day = day.plusDays(1)) {
                days++;
            }
        }
        return days;
    }

    private LocalDateTime minutes(LocalDateTime from, int count, Wait wait, boolean officeOnly) {
        var minute = from;
        int left = count;
        while (left > 0) {
            boolean waited = wait != null
                    && !minute.isBefore(wait.from().toLocalDateTime())
                    && minute.isBefore(wait.to().toLocalDateTime());
            left -= (!officeOnly || isOpen(minute)) && !waited ? 1 : 0;
            minute = minute.plusMinutes(1);
        }
        return minute;
    }

    /** The same day of a later month, or its last day. */
    private static LocalDate month(LocalDate day, int months) {
        int index = day.getYear() * 12 + day.getMonthValue() - 1 + months;
        var month = YearMonth.of(index / 12, index % 12 + 1);
        return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
    }

    private LocalDateTime rolled(LocalDateTime end) {
        var minute = end;
        while (!isOpen(minute) && !isOpen(minute.minusMinutes(1))) {
            minute = minute.plusMinutes(1);
        }
        return minute;
    }

    private LocalDate worked(LocalDate day) {
        return isWorked(day) ? day : worked(day.plusDays(1));
    }

    private boolean isWorked(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, !weekend);
    }

    private boolean isOpen(LocalDateTime minute) {
        int of = minute.getHour() * 60 + minute.getMinute();
        boolean morning = of >= 7 * 60 + 30 && of < 11 * 60 + 30;
        boolean afternoon = of >= 13 * 60 + 30 && of < 17 * 60;
        return (morning || afternoon) && isWorked(minute.toLocalDate());
    }

    private static LocalDateTime close(LocalDate day) {
        return day.atTime(LocalTime.of(17, 0));
    }
}
