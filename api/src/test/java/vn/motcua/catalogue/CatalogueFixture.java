package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Small catalogue files and the way they are published. All procedures of the tests stand in a field of their own. */
final class CatalogueFixture {
    static final String FIELD = "linh-vuc-kiem-thu";
    static final String NDJSON = "application/x-ndjson; charset=utf-8";

    private CatalogueFixture() {}

    /** One line of a file; {@code more} are further members, beginning with a comma, or nothing. */
    static String line(String code, String name, String more) {
        return "{\"code\":\"%s\",\"name\":\"%s\",\"field\":{\"code\":\"%s\",\"name\":\"Lĩnh vực kiểm thử\"}%s}\n"
                .formatted(code, name, FIELD, more);
    }

    static final String BIRTH = line("9.000001", "Thủ tục đăng ký khai sinh", """
            ,"levels":["COMMUNE"],"subjects":["CITIZEN"],"publishingAuthority":{"code":"G15","name":"Bộ Tư pháp"},\
            "agencies":[{"role":"EXECUTING","name":"Ủy ban nhân dân cấp xã"}],"onlineLevel":"FULL","steps":["Nộp hồ sơ."],\
            "methods":[{"channel":"ONLINE","timeLimit":{"value":1,"unit":"OTHER"},"fees":[{"kind":"FEE","amount":0,"currency":"VND"}]}],\
            "cases":[{"name":"Đúng hạn","timeLimit":{"value":1,"unit":"WORKING_DAY"}}],\
            "components":[{"case":"Giấy tờ phải nộp","items":[{"name":"Giấy chứng sinh","originals":1,"copies":0}]}],\
            "editorial":{"nameEn":"Birth registration","summary":{"vi":"Khai sinh cho bé.","en":"Register a birth."},\
            "lifeEvents":["co-con-nho"],"keywords":["làm giấy khai sinh"]}""".replace("\\\n", ""));
    static final String BIRTH_AGAIN =
            line("9.000002", "Thủ tục đăng ký lại khai sinh", ",\"levels\":[\"COMMUNE\"],\"subjects\":[\"CITIZEN\"]");
    static final String MARRIAGE =
            line("9.000003", "Thủ tục đăng ký kết hôn", ",\"levels\":[\"COMMUNE\"],\"subjects\":[\"CITIZEN\"]");
    static final String PASSPORT = line(
            "9.000004",
            "Cấp hộ chiếu phổ thông",
            ",\"levels\":[\"PROVINCE\"],\"subjects\":[\"CITIZEN\",\"FOREIGNER\"]");
    static final String LOCAL_BIRTH =
            line("9.000001.000.00.00.H38", "Thủ tục đăng ký khai sinh tại Lào Cai", ",\"levels\":[\"COMMUNE\"]");
    static final String DECREE = line("9.000005", "Đăng ký hộ kinh doanh", ",\"levels\":[\"COMMUNE\"]");
    static final String ALL = BIRTH + BIRTH_AGAIN + MARRIAGE + PASSPORT + LOCAL_BIRTH + DECREE;

    static ValidatableResponse publish(String file) {
        return publish(file.getBytes(StandardCharsets.UTF_8), NDJSON, "");
    }

    static ValidatableResponse publish(byte[] file, String contentType, String query) {
        return given().filter(Contract.responsesOnly())
                .header("Authorization", "Bearer " + LocalParts.token("catalogue-admin", "admin", Map.of()))
                .contentType(contentType)
                .body(file)
                .post("/v1/admin/catalogue/releases" + query)
                .then();
    }

    /** Takes the newest release back, so that tests of other features find what they published. */
    static void undo(long release) throws SQLException, InterruptedException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("delete from catalogue.procedure_version where release_id = " + release);
            sql.execute("""
                    update catalogue.procedure_version v
                       set valid_to = null
                     where v.valid_to is not null
                       and not exists (select from catalogue.procedure_version n
                                        where n.code = v.code and n.number > v.number)
                    """);
            sql.execute("delete from catalogue.release where id = " + release);
            owner.commit();
        }
        awaitOlderThan(release);
    }

    /** Releases are never taken back in real life, so the replica finds out by its poll; the next test must not meet it. */
    private static void awaitOlderThan(long release) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (servedRelease() >= release) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the replica still serves release " + release);
            }
            Thread.sleep(100);
        }
    }

    private static long servedRelease() {
        Number release = given().get("/q/health/ready").path("checks.find { it.name == 'catalogue' }.data.release");
        return release.longValue();
    }
}
