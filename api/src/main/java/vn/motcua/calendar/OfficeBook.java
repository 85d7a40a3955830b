package vn.motcua.calendar;

import java.util.List;

/** The office hours of all agencies as they are published. Immutable. */
public final class OfficeBook {
    /** Nobody differs from the usual hours. */
    public static final OfficeBook NONE = new OfficeBook(List.of());

    private final List<OfficeRule> rules;

    OfficeBook(List<OfficeRule> rules) {
        this.rules = rules.stream().sorted(OfficeRule.MOST_GENERAL_FIRST).toList();
    }

    List<OfficeRule> rules() {
        return rules;
    }

    /**
     * The hours of one agency, for one procedure.
     *
     * @param agency may be null when nobody knows it
     * @param procedure may be null as well
     * @param usual what holds where no rule does
     */
    public OpeningHours hours(String agency, String procedure, OfficeHours usual) {
        var own =
                rules.stream().filter(rule -> rule.holdsFor(agency, procedure)).toList();
        if (own.isEmpty()) {
            return usual;
        }
        return day -> {
            var hours = usual;
            for (var rule : own) {
                hours = rule.holdsOn(day) ? rule.over(hours) : hours;
            }
            return hours;
        };
    }
}
