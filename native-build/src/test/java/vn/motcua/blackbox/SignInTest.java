package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.Home;
import vn.motcua.local.LocalSecrets;

/** Who may do what, with tokens of the real Keycloak. */
class SignInTest {
    private static House house;

    @BeforeAll
    static void start() {
        house = House.start("sign-in");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void eachRoleIsKnownWithItsClaims() throws Exception {
        assertTrue(get("/v1/me", user("citizen")).body().contains("\"001*****0001\""));
        assertTrue(get("/v1/me", user("business")).body().contains("\"organisation\":\"0101243150\""));
        assertTrue(get("/v1/me", user("officer")).body().contains("\"agency\":\"H44.07\""));
        assertTrue(get("/v1/me", user("admin")).body().contains("\"admin\""));
        assertTrue(get("/v1/me", system()).body().contains("\"one-stop-system\""));
    }

    @Test
    void inTheBrowserEachSignsInOnceAndIsKnownOnBothFacesUntilSigningOut() {
        // The realm knows the pages under this name of the machine.
        var pages = URI.create("http://localhost:" + house.service().baseUri().getPort());
        var identity = URI.create(house.keycloak().issuer()).resolve("/").toString();
        try (var chromium = Chromium.start();
                var visit = Visit.phone(chromium.browser(), pages, identity)) {
            visit.open("/me").page().locator(".signin button.main").click();
            var page = visit.page();
            page.locator("#username").fill("officer-province");
            page.locator("#password").fill("wrong");
            page.locator("#kc-login").click();
            page.locator("[id^=input-error]").first().waitFor();
            page.locator("#password").fill(LocalSecrets.in(Home.data()).password(LocalSecrets.DEMO));
            page.locator("#kc-login").click();
            visit.signedIn();
            visit.path("/me");
            // Another document: the identity server is asked silently, nobody types again.
            visit.open("/agency/queue").signedIn();
            visit.settled();
            assertEquals(0, page.locator("input[type=password]").count());
            visit.open("/settings").signedIn();
            Hands.button(visit, "Đăng xuất").click();
            page.waitForURL(pages + "/");
            visit.open("/me");
            page.locator(".signin button.main").click();
            page.locator("#username").waitFor();
        }
    }

    @Test
    void withoutATokenOrWithADamagedOneSignInIsAskedFor() throws Exception {
        expect(401, "unauthorized", get("/v1/me/dossiers", null));
        expect(401, "unauthorized", get("/v1/me/dossiers", "abc.def.ghi"));
        var token = user("citizen");
        expect(401, "unauthorized", get("/v1/me/dossiers", token.substring(0, token.length() - 6) + "AAAAAA"));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws Exception {
        expect(401, "unauthorized", get("/v1/me/dossiers", house.keycloak().passwordToken("other-app", "citizen")));
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() throws Exception {
        expect(401, "unauthorized", get("/v1/me/dossiers", house.keycloak().otherRealmToken()));
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        var token = house.keycloak().passwordToken("short-lived", "citizen");
        assertEquals(200, get("/v1/me/dossiers", token).statusCode());
        var late = Apis.eventually(
                Duration.ofSeconds(30), () -> get("/v1/me/dossiers", token), answer -> answer.statusCode() == 401);
        expect(401, "unauthorized", late);
    }

    @Test
    void aRoleThatTheOperationDoesNotAskForIsForbidden() throws Exception {
        expect(403, "forbidden", get("/v1/me/dossiers", user("officer")));
        expect(403, "forbidden", get("/v1/agencies/H44.07/satisfaction", user("citizen")));
        expect(403, "forbidden", post("/v1/integration/dossier-events", user("citizen"), "[]"));
        expect(403, "forbidden", post("/v1/admin/catalogue/releases", user("officer"), "{}"));
    }

    @Test
    void anOfficerSeesTheOwnAgencyAndThoseBelowOnly() throws Exception {
        assertEquals(
                200, get("/v1/agencies/H44.07/satisfaction", user("officer")).statusCode());
        expect(403, "not-your-agency", get("/v1/agencies/H44/satisfaction", user("officer")));
        expect(403, "not-your-agency", get("/v1/agencies/H44.08/satisfaction", user("officer")));
        assertEquals(
                200,
                get("/v1/agencies/H44.07/satisfaction", user("officer-province"))
                        .statusCode());
        expect(403, "not-your-agency", get("/v1/agencies/H26/satisfaction", user("officer-province")));
    }

    @Test
    void aFirmSeesItsOwnDossiersOnly() throws Exception {
        assertEquals(
                200,
                get("/v1/organisations/0101243150/dossiers", user("business")).statusCode());
        expect(403, "not-your-organisation", get("/v1/organisations/0100109106/dossiers", user("business")));
    }

    @Test
    void aSystemSendsForItsOwnProvinceOnly() throws Exception {
        var answer = post("/v1/integration/dossier-events", system(), """
                [{"eventId":"a1","dossierCode":"H26.01-261008-0001","status":"RECEIVED",
                  "occurredAt":"2026-10-08T09:00:00+07:00","agencies":{"competent":"H26.01"}},
                 {"eventId":"a2","dossierCode":"H44.07-261008-0002","status":"RECEIVED",
                  "occurredAt":"2026-10-08T09:00:00+07:00","agencies":{"competent":"H44.07"},
                  "applicant":{"kind":"CITIZEN","personalId":"001000000009"}}]
                """);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"accepted\":1"), answer.body());
        assertTrue(answer.body().contains("/problems/not-your-agency"), answer.body());
    }

    @Test
    void somebodyElsesDossierLooksLikeNone() throws Exception {
        post("/v1/integration/dossier-events", system(), """
                [{"eventId":"b1","dossierCode":"H44.07-261008-0777","status":"RECEIVED",
                  "occurredAt":"2026-10-08T09:00:00+07:00","agencies":{"competent":"H44.07"},
                  "applicant":{"kind":"CITIZEN","personalId":"001000000009"}}]
                """);
        var others = get("/v1/me/dossiers/H44.07-261008-0777", user("citizen"));
        var unknown = get("/v1/me/dossiers/H44.07-261008-0778", user("citizen"));
        expect(404, "dossier-not-found", others);
        assertEquals(unknown.body(), others.body());
    }

    private static String user(String name) {
        return house.keycloak().passwordToken("motcua-app", name);
    }

    private static String system() {
        return house.keycloak().clientToken("one-stop-h44");
    }

    private static void expect(int status, String problem, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("/problems/" + problem), answer.body());
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(house.service().baseUri().resolve(path)), token);
    }

    private static HttpResponse<String> post(String path, String token, String json) throws Exception {
        return send(
                HttpRequest.newBuilder(house.service().baseUri().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
