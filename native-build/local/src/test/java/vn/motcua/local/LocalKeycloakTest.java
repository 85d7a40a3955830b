package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("keycloak")
class LocalKeycloakTest {
    @TempDir
    static Path folder;

    private static LocalKeycloak keycloak;

    @BeforeAll
    static void start() {
        keycloak = LocalKeycloak.start(folder, Ports.any());
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void citizensTokenCarriesAudienceRoleAndPersonalId() {
        var token = claims(keycloak.passwordToken("motcua-app", "citizen"));
        assertEquals(keycloak.issuer(), token.getString("iss"));
        assertEquals("motcua", token.getString("aud"));
        assertEquals(List.of("citizen"), roles(token));
        assertEquals("001000000001", token.getString("personalId"));
        assertEquals("Nguyễn Thị Mẫu", token.getString("name"));
        assertEquals(900, token.getLong("exp") - token.getLong("iat"));
        assertFalse(token.getString("sub").isBlank());
    }

    @Test
    void firmOfficerAndAdministratorCarryTheirOwnClaims() {
        var firm = claims(keycloak.passwordToken("motcua-app", "business"));
        assertEquals("0101243150", firm.getString("organisation"));
        assertEquals(List.of("business"), roles(firm));
        var officer = claims(keycloak.passwordToken("motcua-app", "officer"));
        assertEquals("H44.07", officer.getString("agency"));
        assertEquals(List.of("officer"), roles(officer));
        assertEquals(
                "H44",
                claims(keycloak.passwordToken("motcua-app", "officer-province")).getString("agency"));
        assertEquals(List.of("admin"), roles(claims(keycloak.passwordToken("motcua-app", "admin"))));
    }

    @Test
    void everyOneStopSystemSpeaksForItsAgency() {
        for (var agency : List.of("H44", "H26", "H29", "H17", "G01", "G06", "G12")) {
            var token = claims(keycloak.clientToken("one-stop-" + agency.toLowerCase(java.util.Locale.ROOT)));
            assertEquals(agency, token.getString("agency"));
            assertEquals("motcua", token.getString("aud"));
            assertEquals(List.of("one-stop-system"), roles(token));
        }
    }

    @Test
    void tokenForAnotherAppLacksTheAudience() {
        var token = claims(keycloak.passwordToken("other-app", "citizen"));
        assertFalse(token.containsKey("aud"));
        assertEquals(List.of("citizen"), roles(token));
    }

    @Test
    void shortLivedTokenLastsFiveSeconds() {
        var token = claims(keycloak.passwordToken("short-lived", "citizen"));
        assertEquals(5, token.getLong("exp") - token.getLong("iat"));
        assertEquals("motcua", token.getString("aud"));
    }

    @Test
    void tokenOfTheOtherRealmDiffersInItsIssuerOnly() {
        var token = claims(keycloak.otherRealmToken());
        assertTrue(token.getString("iss").endsWith("/realms/other"));
        assertEquals("motcua", token.getString("aud"));
        assertEquals(List.of("citizen"), roles(token));
    }

    @Test
    void tokensAreReusedWhileTheyAreFresh() {
        var first = keycloak.passwordToken("motcua-app", "officer");
        assertSame(first, keycloak.passwordToken("motcua-app", "officer"));
    }

    private static List<?> roles(JsonObject token) {
        return token.getJsonObject("realm_access")
                .getJsonArray("roles", new JsonArray())
                .getList();
    }

    private static JsonObject claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }
}
