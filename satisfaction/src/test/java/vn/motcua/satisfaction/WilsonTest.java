package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WilsonTest {
    @Test
    void fortyFiveOfFifty() {
        assertEquals("90.00", Index.percent(45, 50).toString());
        assertEquals(interval("78.6", "95.7"), Wilson.interval(45, 50));
    }

    @Test
    void noneAndAllReachTheEndsOnOneSideOnly() {
        assertEquals(interval("0.0", "27.8"), Wilson.interval(0, 10));
        assertEquals(interval("72.2", "100.0"), Wilson.interval(10, 10));
    }

    @Test
    void theIntervalHoldsTheIndexAndStaysWithinBounds() {
        var random = new Random(1927);
        for (int i = 0; i < 20_000; i++) {
            long n = 1 + random.nextInt(i % 2 == 0 ? 40 : 10_000_000);
            long satisfied = random.nextLong(n + 1);
            var interval = Wilson.interval(satisfied, n);
            var index = Index.percent(satisfied, n);
            var rounding = new BigDecimal("0.005");
            assertTrue(interval.low().compareTo(index.add(rounding)) <= 0, satisfied + " of " + n);
            assertTrue(interval.high().compareTo(index.subtract(rounding)) >= 0, satisfied + " of " + n);
            assertTrue(interval.low().signum() >= 0);
            assertTrue(interval.high().compareTo(BigDecimal.valueOf(100)) <= 0);
        }
    }

    @Test
    void moreAnswersOfTheSameShareAreMoreCertain() {
        var width = BigDecimal.valueOf(101);
        for (int n = 10; n <= 1_000_000; n *= 10) {
            var interval = Wilson.interval(n * 4L / 5, n);
            var narrower = interval.high().subtract(interval.low());
            assertTrue(narrower.compareTo(width) < 0, "n = " + n);
            width = narrower;
        }
    }

    @Test
    void moreSatisfiedAnswersNeverLowerEitherEnd() {
        for (int satisfied = 1; satisfied <= 200; satisfied++) {
            var before = Wilson.interval(satisfied - 1L, 200);
            var after = Wilson.interval(satisfied, 200);
            assertTrue(after.low().compareTo(before.low()) >= 0);
            assertTrue(after.high().compareTo(before.high()) >= 0);
        }
    }

    @Test
    void dissatisfiedIsTheMirrorOfSatisfied() {
        var hundred = BigDecimal.valueOf(100);
        for (int satisfied = 0; satisfied <= 37; satisfied++) {
            var one = Wilson.interval(satisfied, 37);
            var mirror = Wilson.interval(37L - satisfied, 37);
            // Outward rounding of 100 - x may differ by floating point only.
            assertTrue(one.low().subtract(hundred.subtract(mirror.high())).abs().compareTo(new BigDecimal("0.1")) <= 0);
        }
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Wilson.interval(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Wilson.interval(3, 2));
        assertThrows(IllegalArgumentException.class, () -> Wilson.interval(-1, 2));
    }

    private static Interval interval(String low, String high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high));
    }
}
