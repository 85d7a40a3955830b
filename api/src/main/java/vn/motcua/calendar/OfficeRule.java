package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where office hours differ from the usual ones. A rule without a selector holds everywhere; of several that hold, the more
 * special one wins: procedure before agency, a lower unit before a higher one, a season before the whole year.
 *
 * @param agency the agency and all units below it
 * @param procedure national code of a procedure
 * @param season {@code MM-dd/MM-dd}, both days included; it may run across New Year
 * @param opens {@code HH:mm}; the four times of a day come together or not at all
 * @param sameDayUntil {@code HH:mm}; what comes in later is not due on the same day
 */
@RegisterForReflection
record OfficeRule(
        String agency,
        String procedure,
        String season,
        String opens,
        String lunchFrom,
        String lunchTo,
        String closes,
        String sameDayUntil) {
    static final Comparator<OfficeRule> MOST_GENERAL_FIRST = Comparator.<OfficeRule, Boolean>comparing(
                    rule -> rule.procedure != null)
            .thenComparing(rule -> rule.agency == null ? 0 : rule.agency.length())
            .thenComparing(rule -> rule.season != null);

    boolean holdsFor(String atAgency, String ofProcedure) {
        return (agency == null || atAgency != null && (atAgency.equals(agency) || atAgency.startsWith(agency + ".")))
                && (procedure == null || procedure.equals(ofProcedure));
    }

    boolean holdsOn(LocalDate day) {
        return season == null || Season.parse(season).holds(day);
    }

    /** The hours with what this rule says in their place. */
    OfficeHours over(OfficeHours hours) {
        var times = opens == null
                ? hours
                : new OfficeHours(
                        OfficeRuleCheck.time(opens),
                        OfficeRuleCheck.time(lunchFrom),
                        OfficeRuleCheck.time(lunchTo),
                        OfficeRuleCheck.time(closes),
                        hours.sameDayUntil());
        return sameDayUntil == null ? times : times.sameDayUntil(OfficeRuleCheck.time(sameDayUntil));
    }

    Stream<String> times() {
        return Stream.of(opens, lunchFrom, lunchTo, closes).filter(Objects::nonNull);
    }
}
