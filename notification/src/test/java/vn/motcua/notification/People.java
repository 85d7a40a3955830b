package vn.motcua.notification;

import static io.restassured.RestAssured.given;

import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;

/** What several tests need: people, their phones, and something to tell them. */
final class People {
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Filter STRICT = Contract.strict();
    private static final Filter RESPONSES_ONLY = Contract.responsesOnly();

    private People() {}

    static PersonKey somebody() {
        return new PersonKey(UUID.randomUUID());
    }

    /** A request of this person that keeps to the contract. */
    static RequestSpecification as(PersonKey person) {
        return given().filter(STRICT)
                .header(TestCaller.PERSON, person.value())
                .header("Authorization", "Bearer of-nobody");
    }

    /** A request of this person that is wrong on purpose. */
    static RequestSpecification wrongly(PersonKey person) {
        return given().filter(RESPONSES_ONLY).header(TestCaller.PERSON, person.value());
    }

    static void register(PersonKey person, String installation, String token) {
        register(person, installation, token, "vi");
    }

    static void register(PersonKey person, String installation, String token, String locale) {
        as(person)
                .contentType("application/json")
                .body(Map.of("fcmToken", token, "platform", "ANDROID", "locale", locale))
                .put("/v1/me/devices/{id}", installation)
                .then()
                .statusCode(200);
    }

    static Notice news(PersonKey person, String dossierCode) {
        return new Notice(
                person,
                Notice.Kind.DOSSIER_STATUS,
                dossierCode,
                Map.of("statusVi", "Đang xử lý", "statusEn", "In progress", "agency", "UBND phường Mẫu"));
    }

    static void tell(Pool pool, Notifications notifications, List<Notice> notices) {
        pool.withTransaction(tx -> notifications.tell(tx, notices)).await().atMost(LIMIT);
    }

    /** The rows of a query, seen as the owner of the database. */
    static List<String> look(String sql, Object... values) {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String sql, Object... values) {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
