package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

/** Monthly statistics over histories of the last century, where no other test publishes. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class StatisticsTest {
    private static final String OWN = "code like '9.7%'";
    private static final List<String> LEVELS = List.of("MINISTRY", "PROVINCE", "COMMUNE");

    @AfterEach
    void forget() throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute("delete from catalogue.procedure_version where " + OWN);
            sql.execute("delete from catalogue.release where mode = 'FULL' and published_at < date '2000-01-01'");
        }
    }

    private static ValidatableResponse month(String month) {
        return given().filter(Contract.strict())
                .header("Accept-Language", "en")
                .get("/v1/catalogue/statistics?month=" + month)
                .then()
                .statusCode(200);
    }

    /** Stock 2,057; a month with 12 new, 30 amended, 9 abolished leaves 2,060. */
    @Test
    void stockAtTheEndIsTheStockBeforeAndTheNewWithoutTheAbolished() throws SQLException {
        try (var history = new History()) {
            history.sql("""
                    insert into catalogue.procedure_version (code, number, valid_from, valid_to, release_id, change, internal, record, checksum)
                    select '9.' || (700000 + i), 1, date '1950-01-15', case when i <= 39 then date '1950-02-10' end, %1$d, 'NEW', false,
                           '{"publishingAuthority":{"code":"G15","name":"Bộ Tư pháp"},"levels":["COMMUNE"]}', ''
                      from generate_series(1, 2057) i
                    """);
            history.sql("""
                    insert into catalogue.procedure_version (code, number, valid_from, release_id, change, internal, record, checksum)
                    select '9.' || (700000 + i), case when i <= 39 then 2 else 1 end, date '1950-02-10', %1$d,
                           case when i <= 30 then 'AMENDED' when i <= 39 then 'ABOLISHED' else 'NEW' end, false,
                           '{"publishingAuthority":{"code":"G15","name":"Bộ Tư pháp"},"levels":["COMMUNE"]}', ''
                      from generate_series(1, 2069) i
                     where i <= 39 or i > 2057
                    """);
        }
        for (var group : List.of("total", "byAuthority[0].counts", "byLevel[0].counts")) {
            month("1950-02")
                    .body(group + ".stockBefore", equalTo(2057))
                    .body(group + ".added", equalTo(12))
                    .body(group + ".amended", equalTo(30))
                    .body(group + ".abolished", equalTo(9))
                    .body(group + ".movedIn", equalTo(0))
                    .body(group + ".stock", equalTo(2060));
        }
        month("1950-02")
                .body("byAuthority[0].key", equalTo("G15"))
                .body("byAuthority[0].label", equalTo("Bộ Tư pháp"))
                .body("byLevel[0].label", equalTo("Commune"));
        month("1950-03")
                .body("total.stockBefore", equalTo(2060))
                .body("total.added", equalTo(0))
                .body("total.stock", equalTo(2060));
        month("1949-12").body("total.stock", equalTo(0));
    }

    @Test
    void stockIdentityHoldsForEveryGroupOfRandomHistories() throws SQLException {
        var random = new Random(20_261_126);
        for (int round = 0; round < 4; round++) {
            try (var history = new History()) {
                for (int procedure = 0; procedure < 60; procedure++) {
                    history.random("9." + (710_000 + round * 100 + procedure), random);
                }
            }
            Map<String, Integer> before = Map.of();
            for (var month = YearMonth.of(1960, 1); month.getYear() == 1960; month = month.plusMonths(1)) {
                var counts = month(month.toString()).extract().jsonPath();
                var stock = new java.util.HashMap<String, Integer>();
                check("total", counts.getMap("total"), before, stock);
                for (var list : List.of("byAuthority", "byLevel")) {
                    List<Map<String, Object>> groups = counts.getList(list);
                    for (var group : groups) {
                        @SuppressWarnings("unchecked")
                        var own = (Map<String, Integer>) group.get("counts");
                        check(list + group.get("key"), own, before, stock);
                    }
                }
                assertEquals(visible(month), stock.get("total"), month.toString());
                before = stock;
            }
            forget();
        }
    }

    private static void check(
            String group, Map<String, Integer> counts, Map<String, Integer> before, Map<String, Integer> stock) {
        assertEquals(before.getOrDefault(group, 0), counts.get("stockBefore"), group);
        assertEquals(
                counts.get("stockBefore")
                        + counts.get("added")
                        - counts.get("abolished")
                        + counts.get("movedIn")
                        - counts.get("movedOut"),
                counts.get("stock"),
                group);
        assertTrue(counts.get("stock") >= 0);
        if (group.equals("total")) {
            assertEquals(0, counts.get("movedIn") + counts.get("movedOut"));
        }
        stock.put(group, counts.get("stock"));
    }

    /** The same stock by another way: the versions in force on the last day of the month. */
    private static int visible(YearMonth month) throws SQLException {
        try (var owner = LocalParts.postgres().connectAsOwner();
                var sql = owner.prepareStatement("select count(*) from catalogue.procedure_version where " + OWN
                        + " and change <> 'ABOLISHED' and not internal"
                        + " and valid_from <= ?::date and (valid_to is null or valid_to > ?::date)")) {
            sql.setString(1, month.atEndOfMonth().toString());
            sql.setString(2, month.atEndOfMonth().toString());
            var rows = sql.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void monthMustBeOneOfThePast() {
        for (var bad : List.of(
                "", "?month=", "?month=2026", "?month=2026-13", "?month=11-2026", "?month=2999-01", "?month=0001-01")) {
            assertEquals(
                    400,
                    given().filter(Contract.responsesOnly())
                            .get("/v1/catalogue/statistics" + bad)
                            .statusCode(),
                    bad);
        }
    }

    /** Versions written by hand; they are there when it is closed. */
    private static final class History implements AutoCloseable {
        private final Connection owner = LocalParts.postgres().connectAsOwner();
        private final long release;

        History() throws SQLException {
            owner.setAutoCommit(false);
            try (var sql = owner.createStatement()) {
                var row = sql.executeQuery("""
                        insert into catalogue.release (id, published_at, mode, added, amended, abolished, unchanged, refused)
                        overriding system value
                        select coalesce(min(id), 0) - 1, date '1950-01-01', 'FULL', 0, 0, 0, 0, 0 from catalogue.release
                        returning id
                        """);
                row.next();
                release = row.getLong(1);
            }
        }

        void sql(String text) throws SQLException {
            try (var sql = owner.createStatement()) {
                sql.execute(text.formatted(release));
            }
        }

        void random(String code, Random random) throws SQLException {
            var days = new ArrayList<Integer>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                days.add(random.nextInt(360));
            }
            days.sort(null);
            boolean live = false;
            for (int i = 0; i < days.size(); i++) {
                boolean ends = live && random.nextInt(3) == 0;
                var change = ends ? "ABOLISHED" : live ? "AMENDED" : "NEW";
                live = !ends;
                sql("""
                        insert into catalogue.procedure_version (code, number, valid_from, valid_to, release_id, change, internal, record, checksum)
                        values ('%s', %d, date '1960-01-01' + %d, %s, %%1$d, '%s', %s, '%s', '')
                        """.formatted(
                                code,
                                i + 1,
                                days.get(i),
                                i + 1 < days.size() ? "date '1960-01-01' + " + days.get(i + 1) : "null",
                                change,
                                random.nextInt(8) == 0,
                                record(random)));
            }
        }

        private static String record(Random random) {
            var levels = LEVELS.stream()
                    .filter(level -> random.nextBoolean())
                    .map(level -> '"' + level + '"')
                    .toList();
            var authority = random.nextInt(4) == 0
                    ? ""
                    : "\"publishingAuthority\":{\"code\":\"G0" + random.nextInt(3) + "\",\"name\":\"Bộ\"},";
            return "{" + authority + "\"levels\":[" + String.join(",", levels) + "]}";
        }

        @Override
        public void close() throws SQLException {
            owner.commit();
            owner.close();
        }
    }
}
