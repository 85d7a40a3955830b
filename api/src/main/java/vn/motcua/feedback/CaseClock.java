package vn.motcua.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.feedback.FeedbackState.Clock;

/**
 * How long a case has been with whom, in working days. Every working day since it was sent belongs to exactly one spell: of a
 * unit that works on it, of the sender who was asked, or of rest after an answer. So no day is lost or counted twice on any way
 * from unit to unit, and a unit that gets a case back goes on where it stopped. Pure.
 */
final class CaseClock {
    private final List<Spell> spells;
    private final WorkingCalendar calendar;

    /** What the clock needs of a step: the day, and how the case stood after it. */
    record Tick(LocalDate day, Move move, FeedbackState state, String unit) {}

    /** A time in which nothing changed for the clock; {@code to} is null while it lasts. */
    record Spell(LocalDate from, LocalDate to, Clock clock, String unit, Move move) {}

    private CaseClock(List<Spell> spells, WorkingCalendar calendar) {
        this.spells = spells;
        this.calendar = calendar;
    }

    /** @param ticks in their order, the first one is the sending */
    static CaseClock of(List<Tick> ticks, WorkingCalendar calendar) {
        var spells = new ArrayList<Spell>();
        for (int i = 0; i < ticks.size(); i++) {
            var tick = ticks.get(i);
            var end = i + 1 < ticks.size() ? ticks.get(i + 1).day() : null;
            spells.add(new Spell(tick.day(), end, tick.state().clock(), tick.unit(), tick.move()));
        }
        return new CaseClock(spells, calendar);
    }

    /** Working days that the unit has had the case on its desk. */
    int used(String unit, LocalDate today) {
        return days(spell -> spell.clock() == Clock.RUNNING && spell.unit().equals(unit), today);
    }

    /** Working days that passed so, all units together. */
    int days(Clock clock, LocalDate today) {
        return days(spell -> spell.clock() == clock, today);
    }

    private int days(Predicate<Spell> which, LocalDate today) {
        return spells.stream()
                .filter(which)
                .mapToInt(spell -> calendar.workingDaysBetween(spell.from(), spell.to() == null ? today : spell.to()))
                .sum();
    }

    /** The last day on which the unit keeps a limit that began when it first got the case; null while its clock stands. */
    LocalDate due(String unit, int limit) {
        return due(spells, unit, limit);
    }

    /** The same, beginning with the last time that an answer was found unfit; null when none was. */
    LocalDate dueAfterRework(String unit, int limit) {
        for (int i = spells.size() - 1; i >= 0; i--) {
            var move = spells.get(i).move();
            if (move == Move.UNFIT || move == Move.SEND_BACK) {
                return due(spells.subList(i, spells.size()), unit, limit);
            }
        }
        return null;
    }

    private LocalDate due(List<Spell> of, String unit, int limit) {
        int left = limit;
        LocalDate passed = null;
        for (var spell : of) {
            if (spell.clock() != Clock.RUNNING || !spell.unit().equals(unit)) {
                continue;
            }
            if (passed != null) {
                return passed;
            }
            if (spell.to() == null) {
                return calendar.addWorkingDays(spell.from(), left);
            }
            int used = calendar.workingDaysBetween(spell.from(), spell.to());
            if (used > left) {
                passed = calendar.addWorkingDays(spell.from(), left);
            }
            left -= used;
        }
        return passed;
    }

    /** How often the unit has asked the sender. */
    boolean asked(String unit) {
        return spells.stream()
                .anyMatch(
                        spell -> spell.clock() == Clock.WAITING && spell.unit().equals(unit));
    }

    /** The day on which this was done last; null when it never was. */
    LocalDate last(Move move) {
        return spells.stream()
                .filter(spell -> spell.move() == move)
                .reduce((first, second) -> second)
                .map(Spell::from)
                .orElse(null);
    }
}
