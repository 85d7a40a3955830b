package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statistics against numbers that can be worked out by hand. */
class SuspicionTest {
    private static final Baseline USUAL = new Baseline(
            new Baseline.Arrivals(300, 60),
            new Baseline.Arrivals(20, 20),
            4,
            0.05,
            Map.of("555555", 100L, "444444", 80L, "545445", 70L, "334343", 50L),
            Map.of("555555", 3000L, "444444", 2500L, "545445", 2500L, "334343", 2000L),
            0.02,
            0.85,
            0.004);

    @Test
    void tailsAreThoseOfTheBooks() {
        // Poisson with mean 3: one minus the sum up to 9.
        assertEquals(0.00110249, Tails.negativeBinomial(10, 3, 1e9), 1e-7);
        // Geometric: each further one as probable as the last, mean 4.
        assertEquals(Math.pow(0.8, 25), Tails.negativeBinomial(25, 4, 1), 1e-12);
        assertEquals(1 - 0.2, Tails.negativeBinomial(1, 4, 1), 1e-12);
        // A uniform share: every count is equally probable.
        assertEquals(3 / 21.0, Tails.betaBinomial(18, 20, 1, 1), 1e-12);
        // A share known for sure: binomial, 1/2 to the 10th.
        assertEquals(1 / 1024.0, Tails.betaBinomial(10, 10, 1e7, 1e7), 1e-7);
        assertEquals(Math.log(24), Tails.lnGamma(5), 1e-12);
        assertEquals(Math.log(Math.sqrt(Math.PI)), Tails.lnGamma(0.5), 1e-12);
        assertEquals(1, Tails.negativeBinomial(0, 3, 1));
        assertEquals(1, Tails.betaBinomial(0, 20, 2, 3));
    }

    @Test
    void farOutTailsStayNumbers() {
        double rare = Tails.negativeBinomial(500, 5, 20);
        assertTrue(rare > 0 && rare < 1e-40, "" + rare);
        assertTrue(Tails.betaBinomial(400, 400, 20, 100) >= 0);
        assertTrue(Tails.negativeBinomial(100_000, 1e-4, 0.5) >= 0);
    }

    @Test
    void theShareOfFalseAlarmsIsKeptOverAllOfThem() {
        assertEquals(0.04, Suspicion.threshold(List.of(0.01, 0.04, 0.03, 0.005), 0.05));
        assertEquals(0.005, Suspicion.threshold(List.of(0.5, 0.9, 0.3, 0.005), 0.05));
        assertEquals(-1, Suspicion.threshold(List.of(0.5, 0.9, 0.3, 0.1), 0.05));
        assertEquals(0, Suspicion.threshold(List.of(0.0, 0.9), 0.05));
    }

    @Test
    void anOrdinaryWeekIsNothingSpecial() {
        var week = cohort(24, 5, 2, Map.of("555555", 8L, "444444", 6L, "545445", 6L, "334343", 4L), 12, 0, 20);
        Suspicion.chances(week, USUAL).forEach((reason, chance) -> assertTrue(chance > 0.05, reason + " " + chance));
    }

    @Test
    void eachAttackIsStrangeInItsOwnWay() {
        var patterns = Map.of("555555", 20L, "444444", 15L, "545445", 15L, "334343", 10L);
        assertStrange(SuspicionReason.BURST, cohort(60, 1, 0, patterns, 0, 0, 50));
        assertStrange(SuspicionReason.PATTERN, cohort(60, 12, 3, Map.of("555554", 50L, "545445", 10L), 0, 0, 55));
        assertStrange(SuspicionReason.FAST, cohort(60, 12, 3, patterns, 50, 20, 50));
        assertStrange(SuspicionReason.OUTLIER, cohort(60, 12, 3, patterns, 0, 0, 12));
    }

    private static void assertStrange(SuspicionReason expected, Cohort cohort) {
        Suspicion.chances(cohort, USUAL)
                .forEach((reason, chance) ->
                        assertTrue(reason == expected ? chance < 1e-4 : chance > 1e-3, reason + " " + chance));
    }

    private static Cohort cohort(
            long ratings, long workdays, long weekends, Map<String, Long> patterns, long timed, long fast, long happy) {
        return new Cohort(ratings, ratings, workdays, weekends, patterns, timed, fast, happy);
    }

    @Test
    void aWeekendIsComparedWithWeekends() {
        var patterns = Map.of("555555", 4L, "444444", 4L, "545445", 4L);
        var saturday = Suspicion.chances(cohort(12, 0, 1, patterns, 0, 0, 10), USUAL);
        var monday = Suspicion.chances(cohort(12, 1, 0, patterns, 0, 0, 10), USUAL);
        assertTrue(saturday.get(SuspicionReason.BURST) < monday.get(SuspicionReason.BURST) / 100);
    }

    @Test
    void daysWithoutARatingCountAsDays() {
        var since = LocalDate.of(2026, 9, 1);
        var first = LocalDate.of(2026, 9, 14);
        var last = LocalDate.of(2026, 9, 25);
        var usual = new Usual(List.of(new WatchStore.Arrived("H44", false, first, last, 20, 200, 10, 1)), since);
        // Mondays to Fridays of two weeks; the Sunday before, on which nothing came, counts too.
        assertEquals(new Baseline.Arrivals(20, 10), usual.workdays("H44"));
        assertEquals(new Baseline.Arrivals(0, 3), usual.weekends("H44"));
        assertEquals(new Baseline.Arrivals(0, 0), usual.workdays("H26"));
        assertEquals(last, usual.last("H44"));
        // Squares 200 over 10 days with mean 2: (200 - 40) * 10 / 9 - 20, by 40.
        assertEquals((160 * 10 / 9.0 - 20) / 40, usual.unrest(), 1e-12);
    }

    @Test
    void oneAgencyDoesNotMoveTheFunnel() {
        var agencies = new HashMap<String, WatchStore.Satisfied>();
        for (int i = 0; i < 20; i++) {
            agencies.put("A" + i, new WatchStore.Satisfied(160 + i % 3 - 1, 200));
        }
        var before = Usual.funnel(agencies);
        assertEquals(0.8, before.satisfied(), 1e-9);
        assertEquals(0, before.spread(), 1e-9, "no more than chance");
        agencies.put("LIAR", new WatchStore.Satisfied(200, 200));
        var after = Usual.funnel(agencies);
        assertEquals(0.8, after.satisfied(), 0.006);
        assertTrue(after.spread() < 0.002, "" + after.spread());
    }
}
