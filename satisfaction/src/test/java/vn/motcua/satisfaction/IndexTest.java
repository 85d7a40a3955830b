package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Text;

/** The worked examples of the formulas F1, F2 and F6, and what must hold for any counts. */
class IndexTest {
    @Test
    void itemIndexIsTheShareOfLevelsFourAndFive() {
        assertEquals("80.00", Index.of(new Levels(3, 7, 40, 120, 80)).toString());
    }

    @Test
    void neutralAnswersAreNotSatisfied() {
        assertEquals("0.00", Index.of(new Levels(0, 0, 7, 0, 0)).toString());
        assertEquals("100.00", Index.of(new Levels(0, 0, 0, 3, 4)).toString());
    }

    @Test
    void halvesAreRoundedUp() {
        assertEquals("66.67", Index.percent(2, 3).toString());
        assertEquals("3.13", Index.percent(1, 32).toString(), "3.125");
        assertEquals("0.01", Index.percent(1, 20_000).toString(), "0.005");
    }

    @Test
    void factorIndexPoolsItsItems() {
        var first = new Levels(0, 0, 50, 120, 80);
        var second = new Levels(10, 10, 10, 40, 50);
        assertEquals("78.38", Index.of(first.plus(second)).toString());
    }

    @Test
    void unitsArePooledNotAveraged() {
        var asked = new Questionnaire(
                "SHORT",
                1,
                Questionnaire.State.PUBLISHED,
                new Text("Hỏi", "Ask"),
                List.of(new Questionnaire.Item("OVERALL", Factor.OVERALL, new Text("Chung", "All"))));
        var large = new Tally("A", 2000, asked, Map.of("OVERALL", said(new Levels(0, 0, 100, 900, 0))));
        var small = new Tally("B", 150, asked, Map.of("OVERALL", said(new Levels(40, 0, 0, 0, 60))));
        var province = Tally.sum(null, asked, List.of(large, small));
        assertEquals("87.27", Index.of(province.pooled(Factor.OVERALL).levels()).toString());
        assertEquals(1100, province.ratings());
        assertEquals(2150, province.finished());
    }

    private static Said said(Levels levels) {
        return new Said(levels, levels.satisfied(), 0);
    }

    @Test
    void poolingLiesBetweenItsPartsAndForgetsTheirOrder() {
        var random = new Random(61);
        for (int i = 0; i < 2_000; i++) {
            var one = levels(random);
            var other = levels(random);
            var pooled = Index.of(one.plus(other));
            assertEquals(pooled, Index.of(other.plus(one)));
            assertTrue(pooled.compareTo(Index.of(one).min(Index.of(other))) >= 0);
            assertTrue(pooled.compareTo(Index.of(one).max(Index.of(other))) <= 0);
        }
    }

    @Test
    void oneMoreSatisfiedAnswerNeverLowersTheIndex() {
        var random = new Random(2018);
        for (int i = 0; i < 2_000; i++) {
            var before = levels(random);
            assertTrue(Index.of(before.plus(new Levels(0, 0, 0, 0, 1))).compareTo(Index.of(before)) >= 0);
            assertTrue(Index.of(before.plus(new Levels(0, 0, 1, 0, 0))).compareTo(Index.of(before)) <= 0);
        }
    }

    @Test
    void nothingHasNoIndex() {
        assertThrows(IllegalArgumentException.class, () -> Index.of(Levels.NONE));
        assertThrows(IllegalArgumentException.class, () -> new Levels(0, -1, 0, 0, 0));
    }

    private static Levels levels(Random random) {
        return new Levels(
                random.nextInt(50), random.nextInt(50), random.nextInt(50), random.nextInt(50), 1 + random.nextInt(50));
    }
}
