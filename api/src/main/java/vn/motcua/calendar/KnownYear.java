package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/**
 * One year as it lies in the database, in both languages.
 *
 * @param version how often it was published
 */
record KnownYear(int year, int version, Optional<Text> openPoints, List<Day> days) {
    /** A day that differs from the plain week, as administrators write it. */
    @RegisterForReflection
    record Day(LocalDate date, CalendarDay.Kind kind, String nameVi, String nameEn, String source, Boolean confirmed) {
        CalendarDay in(Language language) {
            return new CalendarDay(date, kind, new Text(nameVi, nameEn).in(language), source, confirmed);
        }

        boolean worked() {
            return kind == CalendarDay.Kind.SWAP_WORKED;
        }
    }

    CalendarYear in(Language language) {
        return new CalendarYear(
                year,
                openPoints.map(text -> text.in(language)).orElse(null),
                days.stream().map(day -> day.in(language)).toList());
    }

    long unconfirmed() {
        return days.stream().filter(day -> !day.confirmed()).count();
    }
}
