package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** One year as an administrator edits it. */
@RegisterForReflection
record CalendarDraft(int year, int version, OpenPoints openPoints, List<KnownYear.Day> days) {
    CalendarDraft {
        days = List.copyOf(days);
    }

    static CalendarDraft of(KnownYear year) {
        return new CalendarDraft(
                year.year(),
                year.version(),
                year.openPoints().map(OpenPoints::of).orElse(null),
                year.days());
    }
}
