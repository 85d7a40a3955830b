package vn.motcua.forecast;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.local.SimulatedHistory;
import vn.motcua.local.SimulatedHistory.Trouble;

/** Simulated years on the working days of 2024 to 2027, with a week off at Tết. */
final class Histories {
    static final LocalDate FROM = LocalDate.of(2024, 1, 2);
    static final LocalDate TO = LocalDate.of(2026, 7, 1);
    static final List<Recipe> RECIPES = List.of(new Recipe(60, 10, 15), new Recipe(250, 10, 15));
    static final Set<Trouble> MOST = EnumSet.complementOf(EnumSet.of(Trouble.SPARSE));

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            Set.of(2024, 2025, 2026, 2027),
            IntStream.rangeClosed(2024, 2027)
                    .boxed()
                    .flatMap(year -> IntStream.rangeClosed(8, 16).mapToObj(day -> LocalDate.of(year, Month.FEBRUARY, day)))
                    .collect(java.util.stream.Collectors.toMap(day -> day, day -> false)));

    static final WorkingDays DAYS = WorkingDays.of(CALENDAR, FROM, LocalDate.of(2027, 12, 31));

    private Histories() {}

    static List<Spell> simulated(long seed, Set<Trouble> troubles, int dossiers) {
        return SimulatedHistory.of(
                        seed,
                        troubles,
                        dossiers,
                        (int) FROM.toEpochDay(),
                        (int) TO.toEpochDay(),
                        day -> DAYS.worked(LocalDate.ofEpochDay(day)))
                .stream()
                .map(Histories::spell)
                .toList();
    }

    private static Spell spell(SimulatedHistory.Entry entry) {
        return new Spell(
                entry.procedure(),
                entry.agency(),
                entry.field(),
                entry.limitDays(),
                entry.received(),
                entry.ended(),
                entry.waits().stream()
                        .map(wait -> new Spell.Wait(wait[0], wait[1]))
                        .toList(),
                entry.withdrawn(),
                1);
    }

    /** What was known of the same dossiers on the morning of a day. */
    static List<Spell> knownOn(LocalDate morning, List<Spell> spells) {
        int day = (int) morning.toEpochDay();
        var known = new ArrayList<Spell>();
        for (var spell : spells) {
            if (spell.received() < day) {
                boolean ended = spell.ended() < day;
                known.add(new Spell(
                        spell.procedure(),
                        spell.agency(),
                        spell.field(),
                        spell.limitDays(),
                        spell.received(),
                        ended ? spell.ended() : Spell.OPEN,
                        spell.waits().stream()
                                .filter(wait -> wait.from() < day)
                                .map(wait -> wait.to() < day ? wait : new Spell.Wait(wait.from(), Spell.OPEN))
                                .toList(),
                        ended && spell.withdrawn(),
                        spell.count()));
            }
        }
        return known;
    }

    static Candidates replay(List<Spell> spells, LocalDate until, int followed) {
        var replay = new Replay(
                RECIPES,
                1,
                DAYS.number(until.minusDays(1)) + 1,
                DAYS::number,
                agency -> agency.startsWith("G") ? "MINISTRY" : agency.length() < 7 ? "PROVINCE" : "COMMUNE",
                new ReplayLimits(20_000, followed));
        spells.forEach(replay::take);
        return replay.finish();
    }

    /** The cells of forecasts made after the first half year, when there was something to learn from. */
    static List<Map.Entry<Backtest.Key, BacktestCell>> grown(Candidates candidates) {
        int grown = DAYS.number(FROM.plusMonths(6));
        return candidates.backtest().cells().entrySet().stream()
                .filter(cell -> cell.getKey().madeOn() > grown)
                .toList();
    }
}
