package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;
import vn.motcua.search.PublishedWords;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ReleaseTest {
    private static int counter;

    @Inject
    PublishedWords words;

    @Inject
    Popularity popularity;

    @Inject
    CatalogueStore store;

    @Inject
    ReleaseListener listener;

    @BeforeEach
    void published() {
        CatalogueFixture.publish(CatalogueFixture.ALL).body("refused", hasSize(0));
    }

    /** A marriage registration that nobody has published before. */
    private static String amendedMarriage() {
        return CatalogueFixture.MARRIAGE.replace("}\n", ",\"requirements\":\"Lần %d\"}\n".formatted(++counter));
    }

    private static String elsewhere(String name) {
        return CatalogueFixture.line("9.000006", name, "").replace(CatalogueFixture.FIELD, "linh-vuc-khac");
    }

    private static String etag(String address) {
        return given().get(address).then().statusCode(200).extract().header("ETag");
    }

    private static int statusWith(String etag, String address) {
        return given().filter(Contract.strict())
                .header("If-None-Match", etag)
                .get(address)
                .statusCode();
    }

    @Test
    void amendmentMakesAVersionAndOldTagsEnd() {
        var addresses = List.of(
                "/v1/procedures/9.000003",
                "/v1/procedures/9.000003/versions",
                "/v1/procedures?q=ket+hon",
                "/v1/procedures/suggest?q=ket",
                "/v1/fields",
                "/v1/life-events");
        var tags = addresses.stream().map(ReleaseTest::etag).toList();
        CatalogueFixture.publish(CatalogueFixture.ALL).statusCode(200).body("releaseId", nullValue());
        for (int i = 0; i < tags.size(); i++) {
            assertEquals(304, statusWith(tags.get(i), addresses.get(i)), addresses.get(i));
        }
        int before = given().get(addresses.get(1)).then().extract().path("items[0].number");
        int release = CatalogueFixture.publish(amendedMarriage())
                .statusCode(201)
                .body("amended", equalTo(1))
                .body("added", equalTo(0))
                .body("publishedAt", containsString("+07:00"))
                .extract()
                .path("releaseId");
        for (int i = 0; i < tags.size(); i++) {
            assertEquals(200, statusWith(tags.get(i), addresses.get(i)), addresses.get(i));
        }
        given().filter(Contract.strict())
                .get(addresses.get(1))
                .then()
                .body("items[0].number", equalTo(before + 1))
                .body("items[0].releaseId", equalTo(release))
                .body("items[0].validTo", nullValue())
                .body("items[1].validTo", equalTo(LocalDate.now(Vietnam.ZONE).toString()));
    }

    @Test
    void versionOfAnEarlierDayIsKept() throws Exception {
        CatalogueFixture.publish(elsewhere("Tên cũ"));
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute("update catalogue.procedure_version set valid_from = date '2026-01-01'"
                    + " where code = '9.000006' and number = 1");
        }
        CatalogueFixture.publish(elsewhere("Tên mới"));
        given().filter(Contract.strict())
                .get("/v1/procedures/9.000006?at=2026-02-01")
                .then()
                .statusCode(200)
                .body("name", equalTo("Tên cũ"))
                .body("version.number", equalTo(1));
        given().get("/v1/procedures/9.000006").then().body("name", equalTo("Tên mới"));
        given().filter(Contract.strict())
                .get("/v1/procedures/9.000006?at=2025-12-31")
                .then()
                .statusCode(404);
        CatalogueFixture.publish(elsewhere("Tên cũ"));
    }

    @Test
    void dryRunCountsAndChangesNothing() {
        var tag = etag("/v1/fields");
        CatalogueFixture.publish(amendedMarriage().getBytes(UTF_8), CatalogueFixture.NDJSON, "?dryRun=true")
                .statusCode(200)
                .body("amended", equalTo(1))
                .body("releaseId", nullValue());
        assertEquals(304, statusWith(tag, "/v1/fields"));
    }

    @Test
    void fullReleaseAbolishesWhatTheFileDoesNotName() throws Exception {
        var withoutPassport = CatalogueFixture.ALL.replace(CatalogueFixture.PASSPORT, "");
        int release = CatalogueFixture.publish(withoutPassport.getBytes(UTF_8), CatalogueFixture.NDJSON, "?mode=FULL")
                .statusCode(201)
                .body("abolished", greaterThanOrEqualTo(1))
                .extract()
                .path("releaseId");
        given().filter(Contract.strict()).get("/v1/procedures/9.000004").then().statusCode(404);
        given().filter(Contract.strict())
                .get("/v1/procedures/9.000004/versions")
                .then()
                .body("items[0].change", equalTo("ABOLISHED"));
        CatalogueFixture.publish(CatalogueFixture.PASSPORT).statusCode(201).body("added", equalTo(1));
        given().get("/v1/procedures/9.000004/versions").then().body("items[0].change", equalTo("NEW"));
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute("delete from catalogue.procedure_version where code = '9.000004' and release_id > " + release);
            sql.execute("delete from catalogue.release where id > " + release);
        }
        CatalogueFixture.undo(release);
    }

    @Test
    void importWithoutEditorialLeavesTheEditorsWords() {
        var bare = CatalogueFixture.BIRTH.replaceFirst(",\"editorial\":.*}\n", "}\n");
        CatalogueFixture.publish(bare).statusCode(200).body("unchanged", equalTo(1));
        given().get("/v1/procedures/9.000001").then().body("nameEn", equalTo("Birth registration"));
    }

    @Test
    void refusedRecordsAreListedAndTheOthersPublished() {
        var file = CatalogueFixture.line("khai-sinh", "Tên", "")
                + "\n"
                + CatalogueFixture.line("9.000091", " ", "")
                + CatalogueFixture.line("9.000092", "Tên", ",\"levels\":[\"HAMLET\"]")
                + CatalogueFixture.line("9.000093", "Tên", ",\"colour\":\"red\"")
                + CatalogueFixture.line("9.000094", "Hỏng \\ud800", "")
                + CatalogueFixture.MARRIAGE
                + CatalogueFixture.MARRIAGE
                + "{\"code\":\"9.000095\",\"name\":\"Không lĩnh vực\"}\n"
                + CatalogueFixture.line("9.000096", "Tên", ",\"editorial\":{\"lifeEvents\":[\"trung-so\"]}")
                + "[]\n"
                + CatalogueFixture.line("9.000097", "Tên", ",\"decision\":{\"date\":\"2026-02-30\"}")
                + CatalogueFixture.line("9.000098", "Tên", ",\"decision\":{\"date\":\"+999999999-01-01\"}");
        CatalogueFixture.publish(file.getBytes(UTF_8), CatalogueFixture.NDJSON, "?dryRun=true")
                .statusCode(200)
                .body("refused.line", contains(1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13))
                .body("refused[0].code", equalTo("khai-sinh"))
                .body("refused[2].reason", containsString("/levels/0"))
                .body("refused[5].reason", containsString("dòng 7"));
    }

    @Test
    void fileRefusedLineByLineIsRefusedAsAWhole() {
        var file = CatalogueFixture.MARRIAGE + "[]\n".repeat(10_001);
        CatalogueFixture.publish(file)
                .statusCode(422)
                .body("type", equalTo("/problems/release-refused"))
                .body("detail", containsString("dòng 2"));
    }

    @Test
    void brokenFilesChangeNothing() {
        var tag = etag("/v1/fields");
        var good = amendedMarriage();
        var portal = "{\"procedures\":[{\"code\":\"9.000003\",\"name\":\"Khác\",\"field\":\"Khác\"}";
        refused(400, good + CatalogueFixture.BIRTH.substring(0, 80), CatalogueFixture.NDJSON);
        refused(400, portal, "application/json");
        refused(400, portal + "]}x", "application/json");
        refused(422, "", CatalogueFixture.NDJSON);
        refused(422, "\n\n", CatalogueFixture.NDJSON);
        refused(422, "[]", "application/json");
        refused(422, "{\"meta\":{}}", "application/json");
        refused(422, CatalogueFixture.line("x", "y", ""), CatalogueFixture.NDJSON);
        var latin = CatalogueFixture.line("9.000003", "Kết hôn ở quê", "").getBytes(StandardCharsets.ISO_8859_1);
        CatalogueFixture.publish(latin, CatalogueFixture.NDJSON, "").statusCode(400);
        CatalogueFixture.publish(good.getBytes(StandardCharsets.UTF_16), CatalogueFixture.NDJSON, "")
                .statusCode(400);
        assertEquals(304, statusWith(tag, "/v1/fields"));
    }

    private static void refused(int status, String file, String contentType) {
        CatalogueFixture.publish(file.getBytes(UTF_8), contentType, "").statusCode(status);
    }

    @Test
    void onlyAdministratorsPublish() {
        var request = given().filter(Contract.responsesOnly()).contentType(CatalogueFixture.NDJSON);
        request.body(CatalogueFixture.ALL.getBytes(UTF_8))
                .post("/v1/admin/catalogue/releases")
                .then()
                .statusCode(401);
        request.header("Authorization", "Bearer " + LocalParts.token("somebody", "officer", Map.of()))
                .body(CatalogueFixture.ALL.getBytes(UTF_8))
                .post("/v1/admin/catalogue/releases")
                .then()
                .statusCode(403);
        CatalogueFixture.publish(new byte[] {1}, "text/csv", "").statusCode(415);
    }

    @Test
    void secondReleaseAtTheSameTimeIsToldToWait() throws Exception {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("select pg_advisory_xact_lock(hashtextextended('catalogue.release', 0))");
            CatalogueFixture.publish(amendedMarriage())
                    .statusCode(409)
                    .body("type", equalTo("/problems/release-in-progress"));
            owner.rollback();
        }
    }

    @Test
    void concurrentReleasesNeverMix() throws Exception {
        var jobs = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 6; i++) {
            var file = amendedMarriage();
            jobs.add(() -> CatalogueFixture.publish(file).extract().statusCode());
        }
        try (var clients = Executors.newFixedThreadPool(6)) {
            for (var answer : clients.invokeAll(jobs)) {
                assertTrue(List.of(201, 409).contains(answer.get()));
            }
        }
        List<Integer> numbers =
                given().get("/v1/procedures/9.000003/versions").then().extract().path("items.number");
        assertEquals(numbers.stream().distinct().toList(), numbers);
    }

    @Test
    void anotherReplicaHearsOfTheRelease() throws Exception {
        var config = new CatalogueConfig() {
            @Override
            public Duration poll() {
                return Duration.ofHours(1);
            }

            @Override
            public Duration maxAge() {
                return Duration.ZERO;
            }

            @Override
            public Duration popularity() {
                return Duration.ofHours(1);
            }

            @Override
            public Duration changesKept() {
                return Duration.ofDays(400);
            }
        };
        var other = new CatalogueReplica(store, listener, config, words, popularity);
        other.start(null);
        try {
            other.whenReady().await().atMost(Duration.ofSeconds(10));
            Thread.sleep(1_000);
            int release = CatalogueFixture.publish(amendedMarriage()).extract().path("releaseId");
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (other.now().releaseId() != release && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertEquals(release, other.now().releaseId());
        } finally {
            other.stop(null);
        }
    }

    @Test
    void readinessNamesTheRelease() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("catalogue"));
    }
}
