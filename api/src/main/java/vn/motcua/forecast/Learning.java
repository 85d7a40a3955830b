package vn.motcua.forecast;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.agency.Agencies;
import vn.motcua.calendar.Calendars;

/** Makes the model of a morning out of all that happened before it. Takes minutes on large data: never on an event loop. */
@Singleton
class Learning {
    private final SpellSource source;
    private final Calendars calendars;
    private final Agencies agencies;
    private final ForecastConfig config;

    /** What came out of it. */
    record Learnt(int spells, Model model, BacktestCells backtest) {}

    Learning(SpellSource source, Calendars calendars, Agencies agencies, ForecastConfig config) {
        this.source = source;
        this.calendars = calendars;
        this.agencies = agencies;
        this.config = config;
    }

    Learnt learn(LocalDate asOf) {
        var days = WorkingDays.of(calendars.current(), asOf.minusDays(config.historyDays()), asOf);
        var recipes = config.memories().stream()
                .map(memory -> new Recipe(memory, config.paceMemory(), config.paceFade()))
                .toList();
        var replay = new Replay(
                recipes,
                1,
                days.number(asOf.minusDays(1)) + 1,
                days::number,
                agencies::level,
                new ReplayLimits(config.groups(), config.followed()));
        source.each(days.first(), asOf, replay::take);
        var candidates = replay.finish();
        return new Learnt(replay.received(), candidates.best(), cells(candidates.backtest(), days));
    }

    private static BacktestCells cells(Backtest backtest, WorkingDays days) {
        record Key(String month, String level, Horizon horizon) {}
        var months = new HashMap<Key, BacktestCell>();
        for (var entry : backtest.cells().entrySet()) {
            var made = entry.getKey();
            var month = YearMonth.from(days.date(made.madeOn())).toString();
            months.computeIfAbsent(new Key(month, made.level(), made.horizon()), unseen -> new BacktestCell())
                    .add(entry.getValue());
        }
        return new BacktestCells(months.entrySet().stream()
                .map((Map.Entry<Key, BacktestCell> e) -> new BacktestCells.Counted(
                        e.getKey().month(), e.getKey().level(), e.getKey().horizon(), e.getValue()))
                .toList());
    }
}
