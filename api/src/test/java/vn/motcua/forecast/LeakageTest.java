package vn.motcua.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No forecast of the back-test, and no model, knows anything of its own day or later. */
class LeakageTest {
    private static final LocalDate MORNING = LocalDate.of(2025, 5, 14);
    private static final List<Spell> WHOLE = Histories.simulated(7, Histories.MOST, 4_000);

    @Test
    void aModelIsTheSameWhetherTheFutureIsInTheDataOrNot() {
        var blind = Histories.replay(Histories.knownOn(MORNING, WHOLE), MORNING, 600);
        var seeing = Histories.replay(WHOLE, MORNING, 600);
        assertSame(blind, seeing);
        assertEquals(counts(blind), counts(seeing));
    }

    @Test
    void anotherFutureChangesNothingThatWasSaidBefore() {
        var otherwise = new ArrayList<Spell>();
        int day = (int) MORNING.toEpochDay();
        for (var spell : WHOLE) {
            boolean later = spell.ended() >= day && spell.received() < day;
            otherwise.add(later ? ending(spell, day) : spell);
        }
        assertSame(Histories.replay(WHOLE, MORNING, 600), Histories.replay(otherwise, MORNING, 600));
    }

    @Test
    void theTestSeesALeak() {
        var told = new ArrayList<Spell>();
        int day = (int) MORNING.toEpochDay();
        for (var spell : WHOLE) {
            boolean yesterday = spell.ended() >= day && spell.received() < day - 1;
            told.add(yesterday ? ending(spell, day - 1) : spell);
        }
        var leaking = Histories.replay(told, MORNING, 600).best();
        var honest = Histories.replay(WHOLE, MORNING, 600).best();
        assertNotEquals(Arrays.hashCode(numbers(honest)), Arrays.hashCode(numbers(leaking)));
    }

    private static Spell ending(Spell spell, int day) {
        return new Spell(
                spell.procedure(),
                spell.agency(),
                spell.field(),
                spell.limitDays(),
                spell.received(),
                day,
                spell.waits().stream()
                        .filter(wait -> wait.from() < day)
                        .map(wait -> new Spell.Wait(wait.from(), Math.min(wait.to(), day)))
                        .toList(),
                false,
                1);
    }

    private static void assertSame(Candidates one, Candidates other) {
        for (int i = 0; i < one.models().size(); i++) {
            assertArrayEquals(numbers(one.models().get(i)), numbers(other.models().get(i)));
        }
        assertEquals(one.models().indexOf(one.best()), other.models().indexOf(other.best()));
    }

    private static double[] numbers(Model model) {
        var numbers = new ArrayList<Double>();
        for (var entry : new TreeMap<>(model.groups).values()) {
            numbers.add(entry.observed);
            numbers.add(entry.expected);
            for (int i = 0; i < DayGrid.BINS; i++) {
                numbers.add((double) entry.ended[i]);
                numbers.add((double) entry.atRisk[i]);
            }
        }
        for (var pace : new TreeMap<>(model.paces).values()) {
            numbers.add(pace.observed);
            numbers.add(pace.expected);
        }
        for (int b = 0; b < Recalibration.BINS; b++) {
            numbers.add((double) model.recalibration.all.ends[b]);
            numbers.add((double) model.recalibration.all.passed[b]);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<Backtest.Key, String> counts(Candidates candidates) {
        return candidates.backtest().cells().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().made + " " + e.getValue().held50 + "/" + e.getValue().due50 + " "
                                + e.getValue().held90 + "/" + e.getValue().due90 + " " + e.getValue().error));
    }
}
