package vn.motcua.forecast;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.local.SimulatedHistory;
import vn.motcua.local.SimulatedHistory.Trouble;

/**
 * How often the dates of the service's own forecasts hold in simulated years, by kind of history, horizon, level and
 * half year, and how much they lose beside the legal limit. In the package of the forecasts, to live through the years
 * with the very classes that serve.
 */
public final class CalibrationTable {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 2);
    private static final LocalDate TO = LocalDate.of(2026, 11, 1);
    private static final List<Recipe> RECIPES = List.of(new Recipe(60, 10, 15), new Recipe(250, 10, 15));
    private static final int WARM_UP_MONTHS = 6;

    private final WorkingDays days = WorkingDays.of(calendar(), FROM, LocalDate.of(2029, 12, 31));
    private final int dossiers;
    private final int seeds;

    private CalibrationTable(int dossiers, int seeds) {
        this.dossiers = dossiers;
        this.seeds = seeds;
    }

    /** Prints the tables as Markdown: dossiers of each history, histories of each kind. */
    public static void main(String[] args) {
        new CalibrationTable(Integer.parseInt(args[0]), Integer.parseInt(args[1])).print();
    }

    private static WorkingCalendar calendar() {
        var tet = IntStream.rangeClosed(2024, 2029)
                .boxed()
                .flatMap(year -> IntStream.rangeClosed(8, 16).mapToObj(day -> LocalDate.of(year, 2, day)))
                .collect(Collectors.toMap(day -> day, day -> false));
        return new WorkingCalendar(
                IntStream.rangeClosed(2024, 2029).boxed().collect(Collectors.toSet()), tet);
    }

    private void print() {
        var histories = new LinkedHashMap<String, Set<Trouble>>();
        histories.put("steady", Set.of());
        for (var trouble : Trouble.values()) {
            histories.put(trouble.name().toLowerCase(Locale.ROOT), Set.of(trouble));
        }
        histories.put("all but sparse", EnumSet.complementOf(EnumSet.of(Trouble.SPARSE)));
        histories.put("all", EnumSet.allOf(Trouble.class));
        var all = new BacktestCell();
        var groups = new TreeMap<String, BacktestCell>();
        head("history (" + seeds + " seeds each)");
        histories.forEach((name, troubles) -> {
            var sum = new BacktestCell();
            for (int seed = 1; seed <= seeds; seed++) {
                live(1_000L * seed + name.length(), troubles, sum, groups);
            }
            all.add(sum);
            row(name, sum);
        });
        row("**all of them**", all);
        System.out.println();
        head("all histories, by group");
        groups.forEach(CalibrationTable::row);
    }

    private void live(long seed, Set<Trouble> troubles, BacktestCell sum, Map<String, BacktestCell> groups) {
        var replay = new Replay(
                RECIPES,
                1,
                days.number(TO.minusDays(1)) + 1,
                days::number,
                agency -> agency.startsWith("G") ? "MINISTRY" : agency.length() < 7 ? "PROVINCE" : "COMMUNE",
                new ReplayLimits(20_000, 2_400));
        for (var entry : SimulatedHistory.of(
                seed,
                troubles,
                dossiers,
                (int) FROM.toEpochDay(),
                (int) TO.toEpochDay(),
                day -> days.worked(LocalDate.ofEpochDay(day)))) {
            replay.take(new Spell(
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
                    1));
        }
        int warm = days.number(FROM.plusMonths(WARM_UP_MONTHS));
        replay.finish().backtest().cells().forEach((key, cell) -> {
            if (key.madeOn() > warm) {
                sum.add(cell);
                group(groups, "horizon " + key.horizon()).add(cell);
                group(groups, "level " + key.level()).add(cell);
                var half = days.date(key.madeOn());
                group(groups, "made in " + half.getYear() + (half.getMonthValue() < 7 ? " H1" : " H2")).add(cell);
            }
        });
    }

    private static BacktestCell group(Map<String, BacktestCell> groups, String name) {
        return groups.computeIfAbsent(name, unseen -> new BacktestCell());
    }

    private static void head(String what) {
        System.out.println("| " + what + " | forecasts | P50 held | P90 held | mean error, days | by the limit | loss P50 / limit's "
                + "| loss P90 / limit's | on time told / came |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    private static void row(String name, BacktestCell cell) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.3f | %.3f | %.2f | %.2f | %.2f | %.2f | %.3f / %.3f |%n",
                name,
                cell.made,
                cell.held50 / (double) cell.due50,
                cell.held90 / (double) cell.due90,
                cell.limitedError / cell.limited,
                cell.limitError / cell.limited,
                cell.limitedLoss50 / cell.limitLoss50,
                cell.limitedLoss90 / cell.limitLoss90,
                cell.chance / cell.limited,
                cell.withinLimit / (double) cell.limited);
    }
}
