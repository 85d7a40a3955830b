package vn.motcua.satisfaction;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void nineAreHiddenAndTenAreShown() {
        assertEquals(Set.of("A"), hiddenGroups(group("A", 9)));
        assertEquals(Set.of(), hiddenGroups(group("A", 10)));
    }

    @Test
    void oneHiddenGroupTakesTheNextSmallestWithIt() {
        assertEquals(Set.of("A", "C"), hiddenGroups(group("A", 9), group("B", 40), group("C", 12), group("D", 99)));
    }

    @Test
    void twoHiddenGroupsThatHoldTenTogetherNeedNoThird() {
        assertEquals(Set.of("A", "B"), hiddenGroups(group("A", 4), group("B", 6), group("C", 30)));
    }

    @Test
    void twoHiddenGroupsThatHoldFewerThanTenTakeAThird() {
        assertEquals(Set.of("A", "B", "C"), hiddenGroups(group("A", 4), group("B", 5), group("C", 30), group("D", 31)));
    }

    @Test
    void anEmptyGroupDoesNotShieldAnother() {
        assertEquals(Set.of("A", "B", "C"), hiddenGroups(group("A", 9), group("B", 0), group("C", 30), group("D", 31)));
    }

    @Test
    void emptyGroupsAloneHideNobodyElse() {
        assertEquals(Set.of("B"), hiddenGroups(group("A", 10), group("B", 0)));
    }

    @Test
    void equalSizesAreChosenByKey() {
        assertEquals(Set.of("A", "B"), hiddenGroups(group("C", 20), group("B", 20), group("A", 3)));
    }

    @Test
    void aFactorWithFewAnswersIsHiddenInAShownGroup() {
        var groups = List.of(group("A", 30, 30, 30, 30, 5, 30), group("B", 40, 40, 40, 40, 40, 40));
        var hidden = Suppression.of(groups);
        assertFalse(hidden.hides(groups.get(0)));
        assertTrue(hidden.hides(groups.get(0), Factor.FEEDBACK));
        assertTrue(hidden.hides(groups.get(1), Factor.FEEDBACK), "else total minus B tells A");
        assertFalse(hidden.hides(groups.get(0), Factor.ACCESS));
    }

    @Test
    void aHiddenGroupHidesAllItsFactors() {
        var small = group("A", 9, 9, 9, 9, 9, 9);
        var hidden = Suppression.of(List.of(small));
        for (var factor : Factor.values()) {
            assertTrue(hidden.hides(small, factor));
        }
    }

    @Test
    void noSubtractionFromTheTotalEverIsolatesFewerThanTenAnswersOrOneGroup() {
        var random = new Random(10);
        for (int round = 0; round < 5_000; round++) {
            var groups = randomGroups(random);
            var hidden = Suppression.of(groups);
            for (var factor : Factor.values()) {
                var concealed = groups.stream()
                        .filter(group -> hidden.hides(group, factor))
                        .filter(group -> group.n(factor) > 0)
                        .toList();
                long remainder = concealed.stream().mapToLong(g -> g.n(factor)).sum();
                boolean allHidden = groups.stream().allMatch(group -> hidden.hides(group, factor));
                assertTrue(allHidden || remainder == 0 || remainder >= 10 && concealed.size() >= 2, groups::toString);
                assertTrue(groups.stream()
                        .filter(group -> !hidden.hides(group, factor))
                        .allMatch(group -> group.n(factor) >= 10 && !hidden.hides(group)));
            }
        }
    }

    private static List<Tally> randomGroups(Random random) {
        var groups = new ArrayList<Tally>();
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            int ratings = random.nextInt(random.nextBoolean() ? 15 : 60);
            var sizes = new int[Factor.values().length];
            Arrays.setAll(sizes, f -> ratings == 0 ? 0 : random.nextInt(ratings + 1));
            sizes[Factor.OVERALL.ordinal()] = ratings;
            groups.add(group("G" + i, sizes));
        }
        return groups;
    }

    private static Set<String> hiddenGroups(Tally... groups) {
        return Suppression.of(List.of(groups)).groups().stream().map(Tally::key).collect(toSet());
    }

    /** One size for all factors, or one for each. */
    private static Tally group(String key, int... sizes) {
        var answers = new EnumMap<Factor, Levels>(Factor.class);
        for (var factor : Factor.values()) {
            answers.put(factor, new Levels(0, 0, 0, 0, sizes[sizes.length == 1 ? 0 : factor.ordinal()]));
        }
        return new Tally(key, 1_000, answers);
    }
}
