package vn.motcua.dossier;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed demo dossiers tell possible stories ({@code demo/README.md}). */
class DemoDossiersTest {
    private static final Map<String, Set<String>> NEXT = Map.of(
            "SUBMITTED",
                    Set.of("RECEIVED", "REFUSED", "SUPPLEMENT_REQUESTED", "PAYMENT_REQUESTED", "WITHDRAWAL_REQUESTED"),
            "RECEIVED",
                    Set.of(
                            "IN_PROGRESS",
                            "SUPPLEMENT_REQUESTED",
                            "PAYMENT_REQUESTED",
                            "WITHDRAWAL_REQUESTED",
                            "STOPPED",
                            "RESULT_READY"),
            "REFUSED", Set.of(),
            "IN_PROGRESS",
                    Set.of(
                            "SUPPLEMENT_REQUESTED",
                            "PAYMENT_REQUESTED",
                            "WITHDRAWAL_REQUESTED",
                            "STOPPED",
                            "RESULT_READY"),
            "SUPPLEMENT_REQUESTED", Set.of("IN_PROGRESS", "RECEIVED", "WITHDRAWAL_REQUESTED", "STOPPED", "REFUSED"),
            "PAYMENT_REQUESTED", Set.of("IN_PROGRESS", "RECEIVED", "RESULT_READY", "WITHDRAWAL_REQUESTED", "STOPPED"),
            "WITHDRAWAL_REQUESTED", Set.of("STOPPED", "IN_PROGRESS"),
            "STOPPED", Set.of("RETURNED"),
            "RESULT_READY", Set.of("RETURNED", "IN_PROGRESS"),
            "RETURNED", Set.of());
    private static final Set<String> ENDED = Set.of("RETURNED", "RESULT_READY", "REFUSED", "STOPPED");

    private static JsonNode scenario;
    private static Set<String> procedures;

    @BeforeAll
    static void read() throws IOException {
        var json = new ObjectMapper();
        scenario = json.readTree(Path.of("../demo/dossiers.json").toFile());
        try (Stream<String> lines = Files.lines(Path.of("../demo/catalogue.ndjson"))) {
            procedures =
                    lines.map(line -> line.substring(9, line.indexOf('"', 9))).collect(toSet());
        }
    }

    @Test
    void everyStepFollowsFromTheOneBefore() {
        for (var dossier : scenario.path("dossiers")) {
            var path = path(dossier);
            IntStream.range(1, path.size())
                    .forEach(i -> assertTrue(NEXT.get(path.get(i - 1)).contains(path.get(i)), dossier::toString));
        }
    }

    @Test
    void everyStatusIsTheLastOfFiveDossiersAndMostHaveEnded() {
        var last = all().collect(groupingBy(DemoDossiersTest::last, counting()));
        assertEquals(NEXT.keySet(), last.keySet());
        last.forEach((status, dossiers) -> assertTrue(dossiers >= 5, status));
        assertTrue(ended("").count() >= 60);
    }

    @Test
    void twoAgenciesHaveEnoughToShowScoresAndTheOthersHaveNot() {
        assertTrue(ended("H44.07").filter(DemoDossiersTest::ofPerson).count() >= 25);
        assertTrue(ended("H44.100").filter(DemoDossiersTest::ofPerson).count() >= 15);
        var others = ended("").collect(groupingBy(each -> each.path("agency").asText(), counting()));
        others.forEach((agency, dossiers) ->
                assertTrue(dossiers < 10 || agency.equals("H44.07") || agency.equals("H44.100"), agency));
    }

    @Test
    void noEventLiesInTheFutureAndNoTicketIsTooOld() {
        all().forEach(dossier -> {
            double days = 0;
            assertEquals(path(dossier).size(), dossier.path("stepDays").size());
            for (var step : dossier.path("stepDays")) {
                days += step.asDouble();
            }
            double ago = dossier.path("startedDaysAgo").asInt() - days;
            assertTrue(ago >= 1, dossier::toString);
            assertTrue(!ENDED.contains(last(dossier)) || ago <= 25, dossier::toString);
        });
    }

    @Test
    void everyDossierNamesAKnownProcedureAndApplicant() {
        all().forEach(dossier -> {
            assertTrue(procedures.contains(dossier.path("procedure").asText()), dossier::toString);
            var applicant = dossier.path("applicant");
            var list = scenario.path(applicant.has("person") ? "people" : "firms");
            assertTrue(list.has(applicant.elements().next().asInt(-1)), dossier::toString);
        });
    }

    @Test
    void theDemoCitizenHasOneToRateAndOneToComplete() {
        var own = all().filter(each -> each.path("applicant").path("person").asInt(-1) == 0)
                .toList();
        assertEquals(6, own.size());
        assertTrue(own.stream().anyMatch(each -> last(each).equals("RETURNED")));
        assertTrue(own.stream()
                .filter(each -> last(each).equals("SUPPLEMENT_REQUESTED"))
                .anyMatch(each -> each.path("reason").has("nextAction")));
    }

    private static Stream<JsonNode> all() {
        return StreamSupport.stream(scenario.path("dossiers").spliterator(), false);
    }

    private static Stream<JsonNode> ended(String agency) {
        return all().filter(each -> ENDED.contains(last(each)))
                .filter(each -> agency.isEmpty() || each.path("agency").asText().equals(agency));
    }

    private static boolean ofPerson(JsonNode dossier) {
        return dossier.path("applicant").has("person");
    }

    private static List<String> path(JsonNode dossier) {
        return StreamSupport.stream(dossier.path("path").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String last(JsonNode dossier) {
        return path(dossier).getLast();
    }
}
