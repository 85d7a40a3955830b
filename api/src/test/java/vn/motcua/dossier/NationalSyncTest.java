package vn.motcua.dossier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** One-stop software that speaks the national synchronisation points here unchanged: its session is our token. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NationalSyncTest {
    private static final String PATH = "/v1/integration/national-sync";
    private static final String PERSON = "001000000779";
    private static int counter;

    private final String session = LocalParts.token("system-national", "one-stop-system", Map.of("agency", "H44"));

    /** All three generations of codes, of which no other test has these. */
    private static List<String> codes() {
        int number = 7000 + ++counter;
        return List.of("000.00.07.H44-260901-" + number, "H44.07-260901-" + number, "H44.07-20260901-000" + number);
    }

    private static String dossier(String code, String status, String more) {
        return """
                {"MaHoSo":"%s","MaTTHC":"1.001193","TenTTHC":"Đăng ký khai sinh","ChuHoSo":"Nguyễn Thị Mẫu","LoaiDoiTuong":"1",
                 "MaDoiTuong":"%s","SoDienThoai":"0900004321","NgayTiepNhan":"20260901080000","NgayHenTra":"20260908170000",
                 "TrangThaiHoSo":"%s","KenhThucHien":"2","DonViXuLy":"H44.07.01"%s}""".formatted(code, PERSON, status, more);
    }

    @Test
    void dossierTravelsThroughBothServicesInEachGenerationOfCodes() {
        for (var code : codes()) {
            sync("DongBoHoSoMC", dossier(code, "2", ""))
                    .body("error_code", equalTo("00"))
                    .body("data[0].MaHoSo", equalTo(code))
                    .body("data[0].error_code", equalTo("00"));
            sync("CapNhatTienDoHoSoMC", """
                    {"MaHoSo":"%s","NguoiXuLy":"Trần Văn Mẫu","ChucDanh":"Chuyên viên","ThoiDiemXuLy":"20260902093000",
                     "NoiDungXuLy":"Thẩm tra","TrangThai":"4"}""".formatted(code)).body("error_code", equalTo("00"));
            sync(
                            "DongBoHoSoMC",
                            dossier(
                                    code,
                                    "10",
                                    ",\"NgayKetThucXuLy\":\"20260904100000\",\"NgayTra\":\"20260905090000\""))
                    .body("error_code", equalTo("00"));
            own(code)
                    .body("status", equalTo("RETURNED"))
                    .body("timeline.status", equalTo(List.of("RECEIVED", "IN_PROGRESS", "RESULT_READY", "RETURNED")))
                    .body("timeline[0].occurredAt", equalTo("2026-09-01T08:00:00+07:00"))
                    .body("timeline[1].handler.name", equalTo("Trần Văn Mẫu"))
                    .body("receivedAt", equalTo("2026-09-01T08:00:00+07:00"))
                    .body("dueAt", equalTo("2026-09-08T17:00:00+07:00"))
                    .body("agencies.reception.code", equalTo("H44.07"))
                    .body("agencies.competent.code", equalTo("H44.07.01"));
        }
    }

    @Test
    void repeatedCallChangesNothing() {
        var code = codes().getFirst();
        for (int i = 0; i < 3; i++) {
            sync("DongBoHoSoMC", dossier(code, "4", ",\"isNewField\":{\"kept\":false}"))
                    .body("error_code", equalTo("00"));
        }
        assertEquals(2L, Tables.number("select count(*) from dossier.event where dossier_code = '" + code + "'"));
    }

    /** With the time of reception only. */
    @Test
    void stateThatComesBackIsNewsAndThePauseLastsFromReportToReport() {
        var code = codes().getFirst();
        for (var state : List.of("4", "6", "6", "4", "4")) {
            sync("DongBoHoSoMC", dossier(code, state, "")).body("error_code", equalTo("00"));
        }
        own(code)
                .body(
                        "timeline.status",
                        equalTo(List.of("RECEIVED", "IN_PROGRESS", "PAYMENT_REQUESTED", "IN_PROGRESS")))
                .body("timeline[1].occurredAt", equalTo("2026-09-01T08:00:00+07:00"))
                .body("status", equalTo("IN_PROGRESS"));
        // The agency worked from reception until the call that told of the payment.
        assertEquals(0L, Tables.number("select paused_days from dossier.dossier where code = '" + code + "'"));
        assertEquals(4L, Tables.number("select count(*) from dossier.event where dossier_code = '" + code + "'"));
    }

    @Test
    void newDateWithTheSameStateIsAPromiseOfTheDayItWasTold() {
        var code = codes().getFirst();
        sync("DongBoHoSoMC", dossier(code, "4", ""));
        var later = dossier(code, "4", "").replace("20260908170000", "20260915170000");
        sync("DongBoHoSoMC", later);
        sync("DongBoHoSoMC", later);
        own(code).body("clock.givenDueAt", equalTo("2026-09-15T17:00:00+07:00"));
        assertEquals(3L, Tables.number("select count(*) from dossier.event where dossier_code = '" + code + "'"));
        assertEquals(1L, Tables.number("""
                select count(*) from dossier.dossier
                where code = '%s' and jsonb_array_length(promises) = 2 and extensions = 1 and extension_late""".formatted(code)));
    }

    @Test
    void resultThatIsDatedBeforeWhatWasSaidSinceIsStillTheResult() {
        var code = codes().getFirst();
        for (var state : List.of("6", "4")) {
            sync("DongBoHoSoMC", dossier(code, state, ""));
        }
        sync("DongBoHoSoMC", dossier(code, "9", ",\"NgayKetThucXuLy\":\"20260904000000\""));
        own(code).body("status", equalTo("RESULT_READY"));
    }

    @Test
    void supplementsStopTheClockAndTellTheirReason() {
        var code = codes().getFirst();
        sync("DongBoHoSoMC", dossier(code, "5", """
                ,"DanhSachHoSoBoSung":[
                  {"NgayBoSung":"20260902090000","NoiDungBoSung":"Thiếu giấy mẫu","NguoiYeuCauBoSung":"Trần Văn Mẫu",
                   "NgayTiepNhanBoSung":"20260903090000"},
                  {"NgayBoSung":"20260904090000","NoiDungBoSung":""}]""")).body("data[0].reasonMissing", equalTo(true));
        own(code)
                .body("status", equalTo("SUPPLEMENT_REQUESTED"))
                .body("clock.state", equalTo("PAUSED"))
                .body("timeline", hasSize(4))
                .body("timeline[1].reason.text", equalTo("Thiếu giấy mẫu"))
                .body("timeline[3].reasonNote", containsString("gave no reason"));
    }

    @Test
    void badRecordIsToldAndTheOthersAreTaken() {
        var good = codes().getFirst();
        sync(
                        "DongBoHoSoMC",
                        dossier(good, "2", ""),
                        dossier("H44.07-261308-0001", "2", ""),
                        dossier(good, "11", ""),
                        dossier(good, "4", "").replace("20260901080000", "2026-09-01"),
                        dossier(good, "4", "").replace("\"LoaiDoiTuong\":\"1\"", "\"LoaiDoiTuong\":7"),
                        dossier("H29.01-260901-0001", "2", "").replace("H44.07.01", "H29.01"),
                        "17",
                        "{}")
                .body("error_code", equalTo("01"))
                .body("data.error_code", equalTo(List.of("00", "01", "01", "01", "01", "00", "01", "01")))
                .body("data[1].error_message", containsString("/dossierCode"))
                .body("data[3].error_message", containsString("yyyyMMddHHmmss"))
                .body("data[4].error_message", containsString("/LoaiDoiTuong"));
    }

    @Test
    void eachInterfaceHasItsOwnCodingOfApplicants() {
        assertEquals(Optional.of(Applicant.Kind.CITIZEN), ApplicantCoding.NATIONAL_PORTAL.decode("1"));
        assertEquals(Optional.of(Applicant.Kind.ENTERPRISE), ApplicantCoding.NATIONAL_PORTAL.decode("2"));
        assertEquals(Optional.empty(), ApplicantCoding.NATIONAL_PORTAL.decode("0"));
        assertEquals(Optional.of(Applicant.Kind.CITIZEN), ApplicantCoding.MINISTRY_2026.decode("0"));
        assertEquals(Optional.of(Applicant.Kind.ENTERPRISE), ApplicantCoding.MINISTRY_2026.decode("1"));
        assertEquals(Optional.of(Applicant.Kind.HOUSEHOLD_BUSINESS), ApplicantCoding.MINISTRY_2026.decode("2"));
    }

    @Test
    void sendingSystemWithTheOtherCodingIsReadByIt() {
        // application.properties names this client for tests.
        var ministry = LocalParts.token("ministry-2026", "one-stop-system", Map.of("agency", "H44"));
        var code = codes().getFirst();
        call(envelope(ministry, "DongBoHoSoMC", dossier(code, "2", "").replace(PERSON, "0100000001")))
                .statusCode(200)
                .body("error_code", equalTo("00"));
        assertEquals(
                "ENTERPRISE", Tables.value("select applicant_kind from dossier.dossier where code = '" + code + "'"));
        assertEquals(
                "0100000001",
                Tables.value("select organisation_code from dossier.dossier where code = '" + code + "'"));
    }

    /** Since July 2025 it may be known by a person's number, which never stands in clear. */
    @Test
    void householdBusinessWithAPersonalNumberKeepsItsOwner() {
        var ministry = LocalParts.token("ministry-2026", "one-stop-system", Map.of("agency", "H44"));
        var code = codes().getFirst();
        call(envelope(ministry, "DongBoHoSoMC", dossier(code, "2", "").replace("DoiTuong\":\"1\"", "DoiTuong\":\"2\"")))
                .body("error_code", equalTo("00"));
        assertEquals(
                1L,
                Tables.number("select count(*) from dossier.dossier where applicant_kind = 'HOUSEHOLD_BUSINESS'"
                        + " and person_key is not null and organisation_code is null and code = '" + code + "'"));
    }

    @Test
    void whatIsFiledOrRefusedWasNotReceived() {
        var code = codes().getFirst();
        for (var state : List.of("1", "3", "3")) {
            sync("DongBoHoSoMC", dossier(code, state, "")).body("error_code", equalTo("00"));
        }
        own(code).body("status", equalTo("REFUSED")).body("receivedAt", nullValue());
        assertEquals(2L, Tables.number("select count(*) from dossier.event where dossier_code = '" + code + "'"));
    }

    @Test
    void recordOfADossierOfOthersIsRefusedAlone() {
        var code = codes().getFirst();
        var own = codes().getFirst();
        sync("DongBoHoSoMC", dossier(code, "2", ""));
        var stranger = LocalParts.token("stranger-national", "one-stop-system", Map.of("agency", "H29"));
        call(envelope(stranger, "DongBoHoSoMC", dossier(code, "10", ""), dossier(own, "2", ""))
                        .replace("000.00.07.H44\",\"service", "000.00.01.H29\",\"service"))
                .statusCode(200)
                .body("data.error_code", equalTo(List.of("01", "00")));
        own(code).body("status", equalTo("RECEIVED"));
    }

    @Test
    void envelopeThatIsWrongIsRefused() {
        var record = dossier(codes().getFirst(), "2", "");
        for (var body : List.of(
                "[]",
                "",
                "nonsense",
                envelope(session, "TraCuuHoSo", record),
                envelope(session, "DongBoHoSoMC"),
                envelope(session, "DongBoHoSoMC", record).replace("000.00.07.H44\",\"service", "?\",\"service"))) {
            call(body).statusCode(400);
        }
    }

    @Test
    void sessionMustBeATokenOfAOneStopSystem() {
        var record = dossier(codes().getFirst(), "2", "");
        call(envelope("", "DongBoHoSoMC", record)).statusCode(401);
        call(envelope("abc.def.ghi", "DongBoHoSoMC", record)).statusCode(401);
        var citizen = LocalParts.token("mau", "citizen", Map.of("personalId", PERSON));
        call(envelope(citizen, "DongBoHoSoMC", record)).statusCode(403);
        call(envelope(LocalParts.token("no-agency", "one-stop-system", Map.of()), "DongBoHoSoMC", record))
                .statusCode(403);
        given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + session)
                .contentType("application/json")
                .body(envelope("", "DongBoHoSoMC", record))
                .post(PATH)
                .then()
                .statusCode(200)
                .body("error_code", equalTo("00"));
    }

    private static String envelope(String session, String service, String... records) {
        return "{\"session\":\"%s\",\"madonvi\":\"000.00.07.H44\",\"service\":\"%s\",\"isUpdating\":\"False\",\"data\":[%s]}"
                .formatted(session, service, String.join(",", records));
    }

    private ValidatableResponse sync(String service, String... records) {
        return call(envelope(session, service, records)).statusCode(200);
    }

    private static ValidatableResponse call(String body) {
        return given().filter(Contract.responsesOnly())
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse own(String code) {
        return given().filter(Contract.strict())
                .header("Authorization", "Bearer " + LocalParts.token("mau", "citizen", Map.of("personalId", PERSON)))
                .header("Accept-Language", "en")
                .get("/v1/me/dossiers/" + code)
                .then()
                .statusCode(200);
    }
}
