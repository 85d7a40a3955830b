package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.client.apis.DossiersApi;
import vn.motcua.client.apis.NotificationsApi;
import vn.motcua.client.models.DossierLookup;
import vn.motcua.client.models.DossierStatus;
import vn.motcua.openapi.Vietnam;

/**
 * One-stop software that speaks the national synchronisation, as it is: no Authorization header, the session in the body,
 * local times. Its dossiers, with codes of all three generations, are seen by their applicants.
 */
class NationalSyncWalkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final OffsetDateTime BEGIN =
            OffsetDateTime.now(Vietnam.OFFSET).minusHours(5).withNano(0);
    private static final String PERSONAL_ID = "001000000001";

    private static House house;
    private static String session;

    @BeforeAll
    static void start() {
        house = House.start("national-sync");
        session = house.keycloak().clientToken("one-stop-h44");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void aDossierOfTheOldSoftwareIsSeenByItsApplicant() throws Exception {
        var apis = new Apis(house.service());
        var citizen = house.keycloak().passwordToken("motcua-app", "citizen");
        var day = BEGIN.format(DateTimeFormatter.ofPattern("yyMMdd"));
        for (var code :
                List.of("000.00.07.H44-" + day + "-0001", "H44.07-" + day + "-0002", "H44.07-20" + day + "-0000003")) {
            assertTaken(call("DongBoHoSoMC", dossier(code, 2, "")));
            assertTaken(call("CapNhatTienDoHoSoMC", """
                    {"MaHoSo":"%s","NguoiXuLy":"Trần Văn Mẫu","ThoiDiemXuLy":"%s","NoiDungXuLy":"Thẩm tra","TrangThai":"4"}""".formatted(code, local(60))));
            var end = dossier(
                    code, 10, ",\"NgayKetThucXuLy\":\"%s\",\"NgayTra\":\"%s\"".formatted(local(120), local(180)));
            assertTaken(call("DongBoHoSoMC", end));
            assertTaken(call("DongBoHoSoMC", end));

            var own = apis.as(citizen, DossiersApi::new).getMyDossier(code);
            assertEquals(DossierStatus.RETURNED, own.getStatus());
            assertEquals(4, own.getTimeline().size(), own.toString());
            assertEquals(BEGIN.toInstant(), own.getReceivedAt().toInstant());
            var seen = apis.as(null, DossiersApi::new).lookUpDossier(new DossierLookup(code, "0001"));
            assertEquals(DossierStatus.RETURNED, seen.getStatus());
        }
        var inbox = apis.as(citizen, NotificationsApi::new)
                .listNotifications(null, 100)
                .getItems();
        assertTrue(inbox.size() >= 3, "people were told: " + inbox.size());
    }

    @Test
    void aBadRecordAndABadSessionAreTold() throws Exception {
        var mixed = call("DongBoHoSoMC", dossier("H44.07-261308-0001", 2, ""));
        assertEquals("01", mixed.path("error_code").asText());
        assertEquals("01", mixed.path("data").get(0).path("error_code").asText());
        assertEquals(401, post(body("no-session", "DongBoHoSoMC", "{}")).statusCode());
        assertEquals(400, post(body(session, "Other", "{}")).statusCode());
    }

    private static String dossier(String code, int status, String more) {
        return """
                {"MaHoSo":"%s","MaTTHC":"1.001193","ChuHoSo":"Nguyễn Thị Mẫu","LoaiDoiTuong":1,"MaDoiTuong":"%s",
                 "NgayTiepNhan":"%s","TrangThaiHoSo":"%d","KenhThucHien":"1"%s}""".formatted(code, PERSONAL_ID, local(0), status, more);
    }

    private static String local(int minutes) {
        return BEGIN.plusMinutes(minutes).format(LOCAL);
    }

    private static String body(String session, String service, String record) {
        return "{\"session\":\"%s\",\"madonvi\":\"000.00.07.H44\",\"service\":\"%s\",\"isUpdating\":\"True\",\"data\":[%s]}"
                .formatted(session, service, record);
    }

    private static JsonNode call(String service, String record) throws Exception {
        var answer = post(body(session, service, record));
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static void assertTaken(JsonNode answer) {
        assertEquals("00", answer.path("error_code").asText(), answer.toString());
    }

    private static HttpResponse<String> post(String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(house.service().baseUri().resolve("/v1/integration/national-sync"))
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(60))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
