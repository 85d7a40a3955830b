package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.client.apis.CatalogueApi;
import vn.motcua.client.apis.DossiersApi;
import vn.motcua.client.apis.IntegrationApi;
import vn.motcua.client.apis.NotificationsApi;
import vn.motcua.client.apis.SatisfactionApi;
import vn.motcua.client.infrastructure.ClientException;
import vn.motcua.client.models.Applicant;
import vn.motcua.client.models.Channel;
import vn.motcua.client.models.DeviceRegistration;
import vn.motcua.client.models.DossierEvent;
import vn.motcua.client.models.DossierLookup;
import vn.motcua.client.models.DossierStatus;
import vn.motcua.client.models.EventAgencies;
import vn.motcua.client.models.Factor;
import vn.motcua.client.models.LedgerProof;
import vn.motcua.client.models.LedgerProofQuery;
import vn.motcua.client.models.NotificationKind;
import vn.motcua.client.models.Platform;
import vn.motcua.client.models.ProcedureSummary;
import vn.motcua.client.models.RatingAnswers;
import vn.motcua.client.models.Survey;
import vn.motcua.local.Home;
import vn.motcua.openapi.Vietnam;

/**
 * A procedure is published and found, dossiers travel to their end, the person is told by push, rates, and the score
 * appears: through HTTP only, with tokens of the real Keycloak, by the generated client.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiveWalksTest {
    private static final int DOSSIERS = 10;
    private static final String PERSONAL_ID = "001000000001";
    private static final String PHONE = "walk-phone-0001";
    private static final String BIRTH = "1.001193";
    private static final OffsetDateTime BEGIN =
            OffsetDateTime.now(Vietnam.OFFSET).minusHours(2).truncatedTo(ChronoUnit.SECONDS);

    private static House house;
    private static Apis apis;
    private static String citizen;

    @BeforeAll
    static void start() {
        house = House.start("walks");
        apis = new Apis(house.service());
        citizen = house.keycloak().passwordToken("motcua-app", "citizen");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    @Order(1)
    void aPublishedCatalogueIsFoundWithAndWithoutToneMarks() throws Exception {
        var admin = house.keycloak().passwordToken("motcua-app", "admin");
        var file = Files.readString(Home.checkout().resolve("demo/catalogue.ndjson"));
        var published = send(HttpRequest.newBuilder(house.service().baseUri().resolve("/v1/admin/catalogue/releases"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
        assertEquals(201, published.statusCode(), published.body());

        var catalogue = apis.as(null, CatalogueApi::new);
        var plain = Apis.eventually(
                Duration.ofSeconds(10), () -> codes(catalogue, "dang ky khai sinh"), found -> !found.isEmpty());
        assertEquals(plain, codes(catalogue, "đăng ký khai sinh"));
        assertTrue(plain.contains(BIRTH), plain.toString());
        assertEquals(BIRTH, catalogue.getProcedure(BIRTH + ".H44", null).getCode());
        assertEquals(1, catalogue.listProcedureVersions(BIRTH).getItems().size());
    }

    @Test
    @Order(2)
    void anUnchangedRecordIsNotSentAgain() throws Exception {
        var record = HttpRequest.newBuilder(house.service().baseUri().resolve("/v1/procedures/" + BIRTH));
        var first = send(record);
        var tag = first.headers().firstValue("etag").orElseThrow();
        var second = send(HttpRequest.newBuilder(house.service().baseUri().resolve("/v1/procedures/" + BIRTH))
                .header("If-None-Match", tag));
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
    }

    @Test
    @Order(3)
    void dossiersTravelAndThePersonIsTold() throws Exception {
        apis.as(citizen, NotificationsApi::new)
                .putDevice(
                        "walk-installation-0001",
                        new DeviceRegistration(PHONE, Platform.ANDROID, DeviceRegistration.Locale.vi));
        var oneStop = apis.as(house.keycloak().clientToken("one-stop-h44"), IntegrationApi::new);
        var events = new ArrayList<DossierEvent>();
        for (int d = 0; d < DOSSIERS; d++) {
            events.add(event(d, "RECEIVED", 0));
            events.add(event(d, "4", 10));
            events.add(event(d, "RESULT_READY", 50));
            events.add(event(d, "RETURNED", 60));
        }
        var first = oneStop.postDossierEvents(events);
        assertEquals(events.size(), first.getAccepted(), first.toString());
        assertEquals(0, first.getFlagged());
        assertEquals(events.size(), oneStop.postDossierEvents(events).getDuplicates());

        var messages = Apis.eventually(
                Duration.ofSeconds(20), () -> house.fcm().received(PHONE), found -> found.size() >= DOSSIERS);
        assertTrue(messages.size() >= DOSSIERS, "pushes: " + messages.size());
        var push = messages.getFirst().message().encode();
        assertFalse(push.contains(code(0)), "a push names no dossier");
        assertFalse(push.contains(PERSONAL_ID), "a push names nobody");
        var id = UUID.fromString(
                messages.getFirst().message().getJsonObject("data").getString("notificationId"));
        var inbox = apis.as(citizen, NotificationsApi::new);
        assertNotNull(inbox.getNotification(id).getDossierCode());
        assertTrue(inbox.listNotifications(null, 100).getItems().stream()
                .anyMatch(n -> n.getKind() == NotificationKind.RATING_INVITATION));
        inbox.readNotification(id);
        assertNotNull(inbox.getNotification(id).getReadAt());
    }

    @Test
    @Order(4)
    void aLookUpNeedsCodeAndProof() throws Exception {
        var dossiers = apis.as(null, DossiersApi::new);
        var found = dossiers.lookUpDossier(new DossierLookup(code(0), "0001"));
        assertEquals(DossierStatus.RETURNED, found.getStatus());
        assertEquals(4, found.getTimeline().size());
        assertNotNull(found.getDueAt(), "one working day by the catalogue");
        assertNull(found.getForecast(), "its end is known");
        apis.as(house.keycloak().clientToken("one-stop-h44"), IntegrationApi::new)
                .postDossierEvents(List.of(event(DOSSIERS, "RECEIVED", 0)));
        var running = dossiers.lookUpDossier(new DossierLookup(code(DOSSIERS), "0001"))
                .getForecast();
        assertNotNull(running, "a running dossier has a forecast, or the reason for none");
        assertTrue(running.getP90() != null || running.getUnavailable() != null, running.toString());
        var wrongProof = lookUp(code(0), "9999");
        var wrongCode = lookUp("H44.07-200101-9999", "0001");
        assertEquals(404, wrongProof.statusCode());
        assertEquals(404, wrongCode.statusCode());
        assertEquals(wrongCode.body(), wrongProof.body());
    }

    @Test
    @Order(5)
    void aTicketIsUsedOnceAndTheScoreAppearsAtTenRatings() throws Exception {
        var own = apis.as(citizen, DossiersApi::new);
        var anybody = apis.as(null, SatisfactionApi::new);
        String last = null;
        for (int d = 0; d < DOSSIERS; d++) {
            var ticket = own.getMyDossier(code(d)).getTicket();
            assertNotNull(ticket, "an ended dossier has a ticket");
            assertEquals(Survey.State.OPEN, anybody.getSurvey(ticket).getState());
            if (d == DOSSIERS - 1) {
                assertTrue(total(anybody).getHidden(), "nine ratings are hidden");
            }
            var answers = answers(d < 8 ? 5 : 2);
            var receipt = anybody.postRating(ticket, answers).getReceipt();
            assertEquals(receipt, anybody.postRating(ticket, answers).getReceipt());
            last = receipt;
            var other = assertThrows(ClientException.class, () -> anybody.postRating(ticket, answers(1)));
            assertEquals(409, other.getStatusCode());
        }
        var overall =
                Apis.eventually(Duration.ofSeconds(20), () -> total(anybody), t -> !t.getHidden()).getFactors().stream()
                        .filter(f -> f.getFactor() == Factor.OVERALL)
                        .findFirst()
                        .orElseThrow();
        assertEquals(10, overall.getN());
        assertEquals(0, overall.getIndex().compareTo(new java.math.BigDecimal("80")));
        // Wilson, 95 %: 8 of 10 is 49.02 to 94.33; published with one decimal, rounded outwards.
        assertEquals(49.0, overall.getInterval().getLow().doubleValue(), 0.001);
        assertEquals(94.4, overall.getInterval().getHigh().doubleValue(), 0.001);
        assertNull(own.getMyDossier(code(0)).getTicket(), "a used ticket is not shown again");
        itStandsInTheSignedLedger(anybody, last);
    }

    private static void itStandsInTheSignedLedger(SatisfactionApi anybody, String receipt) throws Exception {
        var proof = Apis.eventually(Duration.ofSeconds(20), () -> proof(anybody, receipt), Objects::nonNull);
        assertNotNull(proof, "the ledger is signed within a second here");
        assertEquals(2, proof.getPropertyEntries().size(), "the rating and its batch");
        for (var entry : proof.getPropertyEntries()) {
            assertEquals(
                    proof.getHead().getRootHash(),
                    Inclusion.root(
                            entry.getIndex(), proof.getHead().getPropertySize(), entry.getLeaf(), entry.getPath()));
        }
        assertTrue(proof.getPropertyEntries().getLast().getLeaf().contains("\"n\":10"), "ten were counted together");
    }

    private static LedgerProof proof(SatisfactionApi anybody, String receipt) throws IOException {
        try {
            return anybody.postLedgerProof(new LedgerProofQuery(receipt));
        } catch (ClientException notYet) {
            return null;
        }
    }

    private static vn.motcua.client.models.ScoreGroup total(SatisfactionApi anybody) throws Exception {
        return anybody.getSatisfaction("H44.07", null, null, null, null, null).getTotal();
    }

    private static RatingAnswers answers(int level) {
        return new RatingAnswers(
                Map.of(
                        "ACCESS",
                        level,
                        "PROCEDURE",
                        level,
                        "OFFICIALS",
                        level,
                        "RESULT",
                        level,
                        "FEEDBACK",
                        level,
                        "OVERALL",
                        level),
                null,
                null,
                null);
    }

    private static List<String> codes(CatalogueApi catalogue, String words) throws Exception {
        try {
            return catalogue
                    .searchProcedures(words, null, null, null, null, null, null, 5, null, null)
                    .getItems()
                    .stream()
                    .map(ProcedureSummary::getCode)
                    .toList();
        } catch (vn.motcua.client.infrastructure.ServerException indexNotReady) {
            return List.of();
        }
    }

    private static String code(int dossier) {
        return "H44.07-%ty%<tm%<td-%04d".formatted(BEGIN, dossier + 1);
    }

    private static DossierEvent event(int dossier, String status, int minutes) {
        return new DossierEvent(
                "walk-" + dossier + "-" + status,
                code(dossier),
                status,
                BEGIN.plusMinutes(minutes),
                BIRTH,
                new EventAgencies(null, null, "H44.07"),
                new Applicant(Applicant.Kind.CITIZEN, "Nguyễn Thị Mẫu", PERSONAL_ID, null, "0900000001"),
                BEGIN,
                null,
                Channel.ONLINE,
                null,
                null,
                null,
                null);
    }

    private static HttpResponse<String> lookUp(String code, String proof) throws Exception {
        return send(HttpRequest.newBuilder(house.service().baseUri().resolve("/v1/dossiers/lookup"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\",\"proof\":\"" + proof + "\"}")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
