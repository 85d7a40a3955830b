package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetersTest {
    private static final long MINUTE = 60_000_000;
    private static final long START = 1_800_000_000_000_000L;

    private static Meters meters(int remembered) {
        return new Meters(
                remembered, Meters.Window.of(10, Duration.ofMinutes(10)), Meters.Window.of(30, Duration.ofDays(1)));
    }

    @Test
    void theShortWindowIsUsedUpFirstAndSaysHowLongToWait() {
        var meters = meters(64);
        for (int i = 0; i < 10; i++) {
            assertEquals(0, meters.take(7, START));
        }
        assertEquals(MINUTE, meters.take(7, START));
        assertEquals(0, meters.take(8, START), "another key has its own");
        assertEquals(0, meters.take(7, START + MINUTE));
        assertEquals(MINUTE, meters.take(7, START + MINUTE));
    }

    @Test
    void theLongWindowHoldsWhoeverIsPatient() {
        var meters = meters(64);
        int taken = 0;
        for (long now = START; now < START + 24 * 60 * MINUTE; now += MINUTE) {
            taken += meters.take(7, now) == 0 ? 1 : 0;
        }
        // The bucket is full at first and fills again while the day goes by: at most twice the day's share.
        assertTrue(taken >= 30 && taken <= 60, "taken in a day: " + taken);
    }

    @Test
    void neverMoreThanTheShareInAnyWindow() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var meters = meters(64);
        var taken = new ArrayDeque<Long>();
        long now = START;
        for (int i = 0; i < 20_000; i++) {
            now += (long) (random.nextDouble() * MINUTE);
            if (meters.take(7, now) == 0) {
                taken.add(now);
            }
            while (!taken.isEmpty() && taken.peek() <= now - 10 * MINUTE) {
                taken.poll();
            }
            assertTrue(taken.size() <= 20, "seed " + seed + ": " + taken.size() + " in ten minutes");
        }
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        var meters = meters(64);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(0, meters.take(7, START));
            meters.giveBack(7, START);
        }
        assertTrue(meters.isEmpty(7, START), "as if nothing had been taken");
    }

    @Test
    void theFullerLevelHoldsWhenReplicasTellEachOther() {
        var meters = meters(64);
        meters.take(7, START);
        meters.learn(7, new Meters.Level(START + 10 * MINUTE, START + 20 * 48 * MINUTE), START);
        assertFalse(meters.take(7, START) == 0);
        meters.learn(7, new Meters.Level(START, START + 1), START);
        assertFalse(meters.take(7, START) == 0, "an older word changes nothing");
    }

    @Test
    void madeUpKeysPushEachOtherOutAndNotTheGuilty() {
        var meters = meters(1_024);
        for (int i = 0; i < 10; i++) {
            meters.take(7, START);
        }
        for (long made = 1_000; made < 100_000; made++) {
            meters.take(made, START);
        }
        assertFalse(meters.take(7, START) == 0);
        assertTrue(meters.inUse(START) <= 1_024);
        assertEquals(0, meters.inUse(START + 24 * 60 * MINUTE), "what is empty takes no place");
    }
}
