package vn.motcua.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** One year as it lies in the database, in both languages. */
record KnownYear(int year, Optional<Text> openPoints, List<Day> days) {
    record Day(LocalDate date, CalendarDay.Kind kind, Text name, String source, boolean confirmed) {
        CalendarDay in(Language language) {
            return new CalendarDay(date, kind, name.in(language), source, confirmed);
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
}
