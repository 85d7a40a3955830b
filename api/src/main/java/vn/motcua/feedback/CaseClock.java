package vn.motcua.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.feedback.FeedbackState.Clock;

/**
 * How long a case has been with whom, in working days. Every working day since it was sent belongs to exactly one spell: of a
 * unit that works on it, of the sender who was asked, or of rest after an answer. So no day is lost or counted twice on any way
 * from unit to unit, and a unit that gets a case back goes on where it stopped. To whom a case was assigned inside an agency goes
 * on with the clock of the unit that got it by sending, forwarding or return. Pure.
 */
final class CaseClock {
    private final List<Spell> spells;

    /** Units that go on with the clock of another one. */
    private final Map<String, String> owners;

    private final WorkingCalendar calendar;

    /** What the clock needs of a step: the day, and how the case stood after it. */
    record Tick(LocalDate day, Move move, FeedbackState state, String unit) {}

    /** A time in which nothing changed for the clock of {@code owner}; {@code to} is null while it lasts. */
    record Spell(LocalDate from, LocalDate to, Clock clock, String owner, Move move) {}

    private CaseClock(List<Spell> spells, Map<String, String> owners, WorkingCalendar calendar) {
        this.spells = spells;
        this.owners = owners;
        this.calendar = calendar;
    }

    /** @param ticks in their order, the first one is the sending */
    static CaseClock of(List<Tick> ticks, WorkingCalendar calendar) {
        var spells = new ArrayList<Spell>();
        var owners = new HashMap<String, String>();
        var holder = ticks.getFirst().unit();
        for (int i = 0; i < ticks.size(); i++) {
            var tick = ticks.get(i);
            var end = i + 1 < ticks.size() ? ticks.get(i + 1).day() : null;
            if (tick.move() == Move.ASSIGN) {
                owners.put(tick.unit(), owners.getOrDefault(holder, holder));
            }
            holder = tick.unit();
            var owner = owners.getOrDefault(holder, holder);
            spells.add(new Spell(tick.day(), end, tick.state().clock(), owner, tick.move()));
        }
        return new CaseClock(spells, owners, calendar);
    }

    private String owner(String unit) {
        return owners.getOrDefault(unit, unit);
    }

    /** Working days that the unit, and those it assigned the case to, have had it on their desks. */
    int used(String unit, LocalDate today) {
        var owner = owner(unit);
        return days(spell -> spell.clock() == Clock.RUNNING && spell.owner().equals(owner), today);
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
        return due(spells, owner(unit), limit);
    }

    /** The same, beginning with the last time that an answer was found unfit; null when none was. */
    LocalDate dueAfterRework(String unit, int limit) {
        for (int i = spells.size() - 1; i >= 0; i--) {
            var move = spells.get(i).move();
            if (move == Move.UNFIT || move == Move.SEND_BACK) {
                return due(spells.subList(i, spells.size()), owner(unit), limit);
            }
        }
        return null;
    }

    private LocalDate due(List<Spell> of, String owner, int limit) {
        int left = limit;
        LocalDate passed = null;
        for (var spell : of) {
            if (spell.clock() != Clock.RUNNING || !spell.owner().equals(owner)) {
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
        var owner = owner(unit);
        return spells.stream()
                .anyMatch(
                        spell -> spell.clock() == Clock.WAITING && spell.owner().equals(owner));
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
