package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/**
 * Somebody asks everything that can be asked, again and again while ratings come in, and takes answers from each other:
 * smaller regions from larger ones, groups from totals, yesterday from today. No difference may hold one to nine people.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DifferencingTest {
    private static final int ROUNDS = 6;

    @Inject
    Desk desk;

    @Inject
    Scoreboards scoreboards;

    /** One published count: of which factor, in which region, at what time. Attributes that are not named are not limited. */
    private record Known(Factor factor, Map<String, String> region, int time, long n) {
        /** Whether everybody counted there is counted here, too. */
        boolean holds(Known other) {
            return factor == other.factor
                    && other.time <= time
                    && region.entrySet().stream().allMatch(limit -> inside(limit, other.region.get(limit.getKey())));
        }

        private static boolean inside(Map.Entry<String, String> limit, String other) {
            return other != null
                    && (other.equals(limit.getValue())
                            || (limit.getKey().equals("AGENCY") && other.startsWith(limit.getValue() + ".")));
        }
    }

    @Test
    void noTwoAnswersDifferByOneToNinePeople() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var province = Desk.newAgency();
        var known = new LinkedHashMap<String, Known>();
        for (int time = 0; time < ROUNDS; time++) {
            for (int i = random.nextInt(150); i > 0; i--) {
                desk.lay(List.of(anyDossier(province, random)), anyAnswers(random));
            }
            // Now and then a month is over.
            desk.mix(Vietnam.today().plusDays(random.nextInt(3) == 0 ? 120 : 0));
            askEverything(province, time, known);
        }
        assertTrue(known.size() > 300, "answers to compare: " + known.size());
        int compared = 0;
        for (var large : known.values()) {
            for (var small : known.values()) {
                if (large != small && large.holds(small)) {
                    compared++;
                    long rest = large.n() - small.n();
                    assertTrue(
                            rest == 0 || rest >= Lattice.MINIMUM,
                            () -> "%s less %s leaves %d; seed %d".formatted(large, small, rest, seed));
                }
            }
        }
        assertTrue(compared > 2_000, "pairs: " + compared);
    }

    private void askEverything(String province, int time, Map<String, Known> known) {
        for (var agency : List.of(province, province + ".01", province + ".01.02", province + ".02")) {
            for (var field : new String[] {null, "F0", "F1"}) {
                for (var groupBy : ScoreGrouping.values()) {
                    if (groupBy != ScoreGrouping.VERSION) {
                        ask(agency, field, groupBy, time, known);
                    }
                }
            }
        }
    }

    private void ask(String agency, String field, ScoreGrouping groupBy, int time, Map<String, Known> known) {
        var selection = Selection.of(agency, field, null, null, groupBy, null, Vietnam.today());
        var answer = scoreboards.of(selection, Language.EN).await().indefinitely();
        var region = new TreeMap<String, String>();
        region.put("AGENCY", agency);
        if (field != null) {
            region.put("FIELD", field);
        }
        learn(answer.total(), region, time, known);
        var rest = new EnumMap<Factor, Integer>(Factor.class);
        answer.total().factors().forEach(score -> rest.merge(score.factor(), shown(score), Integer::sum));
        for (var group : answer.groups()) {
            var part = new TreeMap<>(region);
            // The agency without those below it is inside the agency, too.
            boolean itself = groupBy == ScoreGrouping.AGENCY && group.key().equals(agency);
            part.put(groupBy.name(), itself ? agency + ".=" : group.key());
            learn(group, part, time, known);
            group.factors().forEach(score -> rest.merge(score.factor(), -shown(score), Integer::sum));
        }
        rest.forEach((factor, n) -> assertTrue(
                n == 0 || n >= Lattice.MINIMUM, () -> selection + " less its groups leaves " + n + " of " + factor));
    }

    private static int shown(FactorScore score) {
        return score.hidden() ? 0 : score.n();
    }

    private static void learn(ScoreGroup group, Map<String, String> region, int time, Map<String, Known> known) {
        group.factors().stream().filter(score -> !score.hidden()).forEach(score -> {
            var learned = new Known(score.factor(), Map.copyOf(region), time, score.n());
            known.putIfAbsent("" + score.factor() + region + score.n(), learned);
        });
    }

    private static EndedDossier anyDossier(String province, Random random) {
        var agencies = List.of("", ".01", ".01.02", ".02", ".03");
        var made = Desk.dossier(
                province + agencies.get(random.nextInt(agencies.size())),
                "F" + random.nextInt(2),
                random.nextInt(5) == 0 ? EndedDossier.Outcome.REFUSED : EndedDossier.Outcome.RETURNED,
                random.nextInt(3) == 0 ? "DIRECT" : "ONLINE");
        LocalDate ended = Vietnam.today().minusDays(random.nextInt(28));
        return new EndedDossier(
                made.dossierCode(),
                "1.00000" + random.nextInt(2),
                made.fieldCode(),
                made.agencyCode(),
                made.outcome(),
                made.channel(),
                ended);
    }

    private static Map<Factor, Integer> anyAnswers(Random random) {
        var answers = Desk.all(1 + random.nextInt(5));
        if (random.nextInt(4) > 0) {
            answers.remove(Factor.FEEDBACK);
        }
        if (random.nextInt(6) == 0) {
            answers.remove(Factor.ACCESS);
        }
        return answers;
    }
}
