package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.DossierStatus.IN_PROGRESS;
import static vn.motcua.dossier.DossierStatus.RECEIVED;
import static vn.motcua.dossier.DossierStatus.RESULT_READY;
import static vn.motcua.dossier.DossierStatus.RETURNED;
import static vn.motcua.dossier.DossierStatus.STOPPED;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an installation may set: which moves follow, and which system has the last word on a stage. */
class FoldRulesTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-10-05T09:00:00+07:00");
    private static final FoldRules MINISTRY_DECIDES_RESULTS =
            new FoldRules(Map.of(), Map.of(Stage.RESULT, List.of("ministry", "province")));

    @Test
    void movesMayBeSetForOneStateAndOthersKeepTheDerivedTable() {
        var rules = new FoldRules(Map.of(RECEIVED, Set.of(RETURNED)), Map.of());
        var events = List.of(event("a", RECEIVED, 0), event("a", RETURNED, 1), event("a", RECEIVED, 2));
        assertEquals(1, DossierFold.fold(events, rules).flags());
        assertEquals(2, DossierFold.fold(events, FoldRules.DERIVED).flags());
        assertEquals(
                1,
                DossierFold.fold(List.of(event("a", RECEIVED, 0), event("a", STOPPED, 1)), rules)
                        .flags());
    }

    @Test
    void bothRulesAreConfiguration() {
        var set = Map.of(
                "motcua.dossier.moves.RECEIVED", "IN_PROGRESS,RETURNED",
                "motcua.dossier.authority.RESULT", "ministry,province");
        var rules = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DossierConfig.class)
                .withSources(new PropertiesConfigSource(set, "test", 100))
                .build()
                .getConfigMapping(DossierConfig.class)
                .foldRules();
        assertEquals(Map.of(RECEIVED, Set.of(IN_PROGRESS, RETURNED)), rules.moves());
        assertEquals(MINISTRY_DECIDES_RESULTS.authorities(), rules.authorities());
    }

    @Test
    void systemWithTheLastWordOverrulesOthersInItsStage() {
        var events = List.of(
                event("province", RECEIVED, 0), event("province", RETURNED, 1), event("ministry", RESULT_READY, 2));
        var folded = DossierFold.fold(events, MINISTRY_DECIDES_RESULTS);
        assertEquals(RESULT_READY, folded.status());
        assertEquals(2, folded.timeline().size());
        assertEquals(START.plusDays(1), folded.feeds().lastEventAt().get("province"));
        assertEquals(0, folded.flags());
    }

    @Test
    void whileTheFirstSystemIsSilentTheNextOneIsHeard() {
        var events = List.of(
                event("province", RECEIVED, 0), event("province", RETURNED, 1), event("other", RESULT_READY, 2));
        assertEquals(
                RETURNED, DossierFold.fold(events, MINISTRY_DECIDES_RESULTS).status());
        assertEquals(RESULT_READY, DossierFold.fold(events, FoldRules.DERIVED).status());
    }

    @Test
    void stageWithoutAListHearsAll() {
        var events = List.of(event("province", RECEIVED, 0), event("ministry", IN_PROGRESS, 1));
        assertEquals(
                IN_PROGRESS, DossierFold.fold(events, MINISTRY_DECIDES_RESULTS).status());
    }

    @Test
    void theOrderOfArrivalNeverMattersToAuthority() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            var events = new ArrayList<StoredEvent>();
            for (int i = 0; i < 8; i++) {
                var system = List.of("province", "ministry", "other").get(random.nextInt(3));
                events.add(event(system, DossierStatus.values()[random.nextInt(10)], random.nextInt(4)));
            }
            var expected = DossierFold.fold(events, MINISTRY_DECIDES_RESULTS);
            Collections.shuffle(events, random);
            var actual = DossierFold.fold(events, MINISTRY_DECIDES_RESULTS);
            assertEquals(expected.timeline(), actual.timeline(), "seed " + seed);
            assertEquals(expected.feeds(), actual.feeds(), "seed " + seed);
            assertEquals(expected.facts(), actual.facts(), "seed " + seed);
        }
    }

    private static int sequence;

    private static StoredEvent event(String system, DossierStatus status, int day) {
        var hash = ByteBuffer.allocate(32).putInt(sequence++).array();
        return new StoredEvent(
                "H44.07-261005-0001",
                system,
                status,
                START.plusDays(day),
                EventFacts.NONE,
                null,
                Proofs.NONE,
                hash,
                false,
                false);
    }
}
