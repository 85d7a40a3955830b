package vn.motcua.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.SimulatedHistory.Trouble;

/** Forecasts on simulated years. A larger table is printed by {@code ./motcua bench forecast}. */
class CalibrationTest {
    private static final int DOSSIERS = 9_000;
    private static final int FOLLOWED = 900;
    private static final long SEED = 20_261_126;

    private static final Map<String, BacktestCell> BY_HISTORY = new LinkedHashMap<>();
    private static final Map<Horizon, BacktestCell> BY_HORIZON = new EnumMap<>(Horizon.class);
    private static final Map<String, BacktestCell> BY_LEVEL = new HashMap<>();
    private static final BacktestCell ALL = new BacktestCell();

    @BeforeAll
    static void liveThroughTheYears() {
        live("steady", Set.of());
        for (var trouble : Trouble.values()) {
            live(trouble.name(), Set.of(trouble));
        }
        live("most at once", Histories.MOST);
    }

    private static void live(String name, Set<Trouble> troubles) {
        var spells = Histories.simulated(SEED + BY_HISTORY.size(), troubles, DOSSIERS);
        for (var cell : Histories.grown(Histories.replay(spells, Histories.TO, FOLLOWED))) {
            BY_HISTORY.computeIfAbsent(name, unseen -> new BacktestCell()).add(cell.getValue());
            BY_HORIZON
                    .computeIfAbsent(cell.getKey().horizon(), unseen -> new BacktestCell())
                    .add(cell.getValue());
            BY_LEVEL.computeIfAbsent(cell.getKey().level(), unseen -> new BacktestCell())
                    .add(cell.getValue());
            ALL.add(cell.getValue());
        }
    }

    @Test
    void overAllHistoriesTheDatesHoldAsOftenAsTheySay() {
        assertTrue(ALL.due90 > 20_000, "forecasts: " + ALL.due90);
        within(0.46, 0.54, ALL.held50, ALL.due50, "P50 over all");
        within(0.87, 0.93, ALL.held90, ALL.due90, "P90 over all");
    }

    @Test
    void driftSeasonsStallsAndChangesOfPolicyDoNotBreakThem() {
        BY_HISTORY.forEach((name, cell) -> {
            within(0.45, 0.55, cell.held50, cell.due50, "P50, " + name);
            within(0.86, 0.94, cell.held90, cell.due90, "P90, " + name);
        });
    }

    @Test
    void theyHoldHoweverMuchOfTheLimitIsSpent() {
        assertEquals(Set.of(Horizon.values()), BY_HORIZON.keySet());
        BY_HORIZON.forEach((horizon, cell) -> {
            within(0.44, 0.56, cell.held50, cell.due50, "P50, " + horizon);
            within(0.86, 0.94, cell.held90, cell.due90, "P90, " + horizon);
        });
    }

    @Test
    void theyHoldAtEveryLevel() {
        BY_LEVEL.forEach((level, cell) -> {
            within(0.42, 0.58, cell.held50, cell.due50, "P50, " + level);
            within(0.85, 0.95, cell.held90, cell.due90, "P90, " + level);
        });
    }

    @Test
    void theyAreClearlyBetterThanTheLegalLimit() {
        BY_HISTORY.forEach((name, cell) -> {
            assertTrue(cell.limitedLoss50 < 0.95 * cell.limitLoss50, name + ": loss of P50 " + of(cell.limitedLoss50, cell.limitLoss50));
            assertTrue(cell.limitedLoss90 < 0.9 * cell.limitLoss90, name + ": loss of P90 " + of(cell.limitedLoss90, cell.limitLoss90));
        });
        assertTrue(ALL.limitedLoss50 + ALL.limitedLoss90 < 0.75 * (ALL.limitLoss50 + ALL.limitLoss90));
    }

    @Test
    void theChanceToBeOnTimeIsTrueOnAverage() {
        assertEquals(ALL.withinLimit / (double) ALL.limited, ALL.chance / ALL.limited, 0.03);
    }

    private static String of(double ours, double law) {
        return "%.3f of the limit's".formatted(ours / law);
    }

    private static void within(double low, double high, int kept, int due, String what) {
        double share = kept / (double) due;
        assertTrue(share >= low && share <= high, "%s: %.3f of %d (seed %d)".formatted(what, share, due, SEED));
    }
}
