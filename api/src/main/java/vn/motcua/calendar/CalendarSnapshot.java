package vn.motcua.calendar;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All that is published at one revision.
 *
 * @param hoursVersion how often office hours were published, 0 before the first
 */
record CalendarSnapshot(
        long revision, Map<Integer, KnownYear> years, int hoursVersion, List<OfficeRule> rules, WorkingTime time) {
    static final CalendarSnapshot EMPTY = of(0, List.of(), 0, List.of());

    static CalendarSnapshot of(long revision, List<KnownYear> years, int hoursVersion, List<OfficeRule> rules) {
        var byYear = years.stream().collect(toMap(KnownYear::year, Function.identity()));
        var exceptions = years.stream()
                .flatMap(year -> year.days().stream())
                .collect(toMap(KnownYear.Day::date, KnownYear.Day::worked));
        var days = new WorkingCalendar(byYear.keySet(), exceptions);
        return new CalendarSnapshot(
                revision,
                byYear,
                hoursVersion,
                List.copyOf(rules),
                new WorkingTime(revision, days, new OfficeBook(rules)));
    }

    /** As if this year were published like this. */
    CalendarSnapshot with(KnownYear changed) {
        var all = new ArrayList<>(years.values());
        all.removeIf(year -> year.year() == changed.year());
        all.add(changed);
        return of(revision, all, hoursVersion, rules);
    }

    /** As if office hours were published like this. */
    CalendarSnapshot with(List<OfficeRule> changed) {
        return of(revision, List.copyOf(years.values()), hoursVersion, changed);
    }
}
