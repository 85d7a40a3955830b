package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Days;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.OfficeTime;
import vn.motcua.dossier.Deadline.Limit;
import vn.motcua.dossier.Deadline.Unit;
import vn.motcua.dossier.Deadline.Wait;
import vn.motcua.openapi.Vietnam;

/**
 * Every unit against an independent count: one day, one minute after the other, over 2024 to 2027, with what the applicant
 * was waited for left out one by one. And the laws that any count must keep.
 */
class DeadlineCountTest {
    private static final long SEED = System.nanoTime();
    private static final int RUNS = 1_500;

    private final Random random = new Random(SEED);
    private final Deadline deadline = new Deadline(Days.calendar(), OfficeHours.USUAL);
    private final OfficeTime officeTime = new OfficeTime(Days.calendar(), OfficeHours.USUAL);
    private final OneByOne oneByOne = new OneByOne();

    @Test
    void everyUnitIsCountedLikeOneByOne() {
        for (var unit : Unit.values()) {
            for (int run = 0; run < RUNS; run++) {
                var received = someMoment();
                var limit = new Limit(1 + random.nextInt(longest(unit)), unit);
                var wait = waitWithin(received, limit);
                var expected = oneByOne.due(received, limit, wait);
                var due = deadline.due(at(received), limit, wait == null ? List.of() : List.of(wait));
                assertEquals(expected, due.toLocalDateTime(), () -> said(received, limit, wait));
            }
        }
    }

    @Test
    void countsAddUp() {
        for (int run = 0; run < RUNS; run++) {
            var from = someMoment();
            int a = random.nextInt(15);
            int b = random.nextInt(15);
            var days = Days.calendar();
            assertEquals(
                    days.addWorkingDays(from.toLocalDate(), a + b),
                    days.addWorkingDays(days.addWorkingDays(from.toLocalDate(), a), b),
                    () -> from + " " + a + "+" + b + seed());
            var first = Duration.ofMinutes(1 + random.nextInt(2_000));
            var second = Duration.ofMinutes(1 + random.nextInt(2_000));
            assertEquals(
                    officeTime.plus(from, first.plus(second)),
                    officeTime.plus(officeTime.plus(from, first), second),
                    () -> from + " " + first + "+" + second + seed());
            assertEquals(
                    first, officeTime.between(from, officeTime.plus(from, first)), () -> from + " " + first + seed());
        }
    }

    @Test
    void timeTakenBackIsTheTimeGiven() {
        for (int run = 0; run < RUNS; run++) {
            var from = officeTime.plus(someMoment(), Duration.ofMinutes(1 + random.nextInt(300)));
            var time = Duration.ofMinutes(1 + random.nextInt(2_000));
            var back = officeTime.minus(officeTime.plus(from, time), time);
            assertEquals(
                    Duration.ZERO,
                    officeTime.between(back, from).plus(officeTime.between(from, back)),
                    () -> from + " " + time + seed());
        }
    }

    @Test
    void laterReceptionAndLongerLimitAreNeverDueEarlier() {
        for (int run = 0; run < RUNS; run++) {
            var unit = Unit.values()[random.nextInt(Unit.values().length)];
            var received = someMoment();
            var later = received.plusMinutes(random.nextInt(10_000));
            int value = random.nextInt(longest(unit));
            var shorter = new Limit(value, unit);
            var longer = new Limit(value + random.nextInt(2), unit);
            var due = deadline.due(at(received), shorter, List.of());
            assertFalse(
                    deadline.due(at(later), shorter, List.of()).isBefore(due),
                    () -> said(received, shorter, null) + " later " + later);
            assertFalse(
                    deadline.due(at(received), longer, List.of()).isBefore(due),
                    () -> said(received, shorter, null) + " longer " + longer);
        }
    }

    @Test
    void pauseThatIsInterruptedForAMomentIsTheSamePause() {
        for (int run = 0; run < RUNS; run++) {
            var unit = Unit.values()[random.nextInt(Unit.values().length)];
            var received = someMoment();
            var limit = new Limit(1 + random.nextInt(longest(unit)), unit);
            var wait = waitWithin(received, limit);
            if (wait == null) {
                continue;
            }
            long seconds = Duration.between(wait.from(), wait.to()).toSeconds();
            var middle = wait.from().plusSeconds((long) (random.nextDouble() * seconds));
            assertEquals(
                    deadline.due(at(received), limit, List.of(wait)),
                    deadline.due(
                            at(received), limit, List.of(new Wait(wait.from(), middle), new Wait(middle, wait.to()))),
                    () -> said(received, limit, wait));
        }
    }

    private LocalDateTime someMoment() {
        return LocalDate.of(2024, 1, 1)
                .plusDays(random.nextInt(900))
                .atTime(LocalTime.MIN.plusMinutes(random.nextInt(24 * 60)));
    }

    private static int longest(Unit unit) {
        return switch (unit) {
            case HOUR -> 100;
            case WORKING_HOUR -> 60;
            case DAY -> 60;
            case WORKING_DAY -> 40;
            case MONTH -> 6;
            case YEAR -> 1;
        };
    }

    /** The applicant is asked before the last day, or not at all. */
    private Wait waitWithin(LocalDateTime received, Limit limit) {
        var due = deadline.due(at(received), limit, List.of()).toLocalDateTime();
        var last = switch (limit.unit()) {
            case HOUR -> received.plusHours((long) limit.value());
            case WORKING_HOUR -> due;
            case DAY -> received.toLocalDate().plusDays((long) limit.value()).atStartOfDay();
            case WORKING_DAY, MONTH, YEAR -> due.toLocalDate().atStartOfDay();
        };
        long minutes = Duration.between(received, last).toMinutes();
        if (minutes <= 1 || random.nextInt(4) == 0) {
            return null;
        }
        var from = received.plusMinutes(random.nextLong(minutes));
        return new Wait(at(from), at(from.plusMinutes(random.nextInt(20_000))));
    }

    private static OffsetDateTime at(LocalDateTime local) {
        return local.atOffset(Vietnam.OFFSET);
    }

    private static String said(LocalDateTime received, Limit limit, Wait wait) {
        return received + " " + limit + " " + wait + seed();
    }

    private static String seed() {
        return " seed " + SEED;
    }
}
