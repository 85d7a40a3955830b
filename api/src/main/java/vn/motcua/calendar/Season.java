package vn.motcua.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** A part of every year, both days included; it may run across New Year. */
record Season(MonthDay from, MonthDay to) {
    /** @throws DateTimeException when the text is not {@code MM-dd/MM-dd} */
    static Season parse(String text) {
        var days = text.split("/", -1);
        if (days.length != 2) {
            throw new DateTimeException("not a season");
        }
        return new Season(MonthDay.parse("--" + days[0]), MonthDay.parse("--" + days[1]));
    }

    boolean holds(LocalDate day) {
        var date = MonthDay.from(day);
        boolean begun = !date.isBefore(from);
        boolean notOver = !date.isAfter(to);
        return from.isAfter(to) ? begun || notOver : begun && notOver;
    }
}
