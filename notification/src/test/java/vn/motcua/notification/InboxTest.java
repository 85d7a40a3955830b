package vn.motcua.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class InboxTest {
    @Inject
    Pool pool;

    @Inject
    Notifications notifications;

    @Test
    void inboxIsPagedFromNewestToOldestWithoutGapOrRepeat() {
        var person = People.somebody();
        for (int batch = 0; batch < 3; batch++) {
            int first = batch * 3;
            People.tell(
                    pool,
                    notifications,
                    IntStream.range(first, first + 3)
                            .mapToObj(i -> People.news(person, "H44.07-261008-%04d".formatted(i)))
                            .toList());
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = People.as(person).queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("after", cursor);
            }
            var page =
                    request.get("/v1/me/notifications").then().statusCode(200).body("unread", equalTo(9));
            seen.addAll(page.extract().jsonPath().getList("items.dossierCode", String.class));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);
        assertEquals(9, seen.stream().distinct().count());
        assertEquals(9, seen.size());
        assertEquals("H44.07-261008-000", seen.getLast().substring(0, 17));
        assertEquals(
                List.of("6", "7", "8"),
                seen.subList(0, 3).stream().map(c -> c.substring(17)).sorted().toList());
    }

    @Test
    void textIsInTheLanguageOfTheReader() {
        var person = People.somebody();
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0975")));
        var id = People.as(person)
                .header("Accept-Language", "en")
                .get("/v1/me/notifications")
                .then()
                .body("items[0].title", equalTo("Dossier H44.07-261008-0975 has an update"))
                .body("items[0].body", equalTo("Status: In progress. Agency: UBND phường Mẫu."))
                .body("nextCursor", nullValue())
                .extract()
                .<String>path("items[0].id");
        People.as(person)
                .get("/v1/me/notifications/{id}", id)
                .then()
                .statusCode(200)
                .body("body", equalTo("Trạng thái: Đang xử lý. Cơ quan: UBND phường Mẫu."))
                .body("readAt", nullValue())
                .body("createdAt", containsString("+07:00"));
    }

    @Test
    void readingTwiceKeepsTheFirstTime() {
        var person = People.somebody();
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0001"), invitation(person)));
        var id = People.as(person).get("/v1/me/notifications").then().extract().<String>path("items[0].id");
        read(person, id);
        var first = readAt(person, id);
        read(person, id);
        assertEquals(first, readAt(person, id));
        People.as(person).get("/v1/me/notifications").then().body("unread", equalTo(1));
    }

    @Test
    void somebodyElsesMessageDoesNotExist() {
        var person = People.somebody();
        var other = People.somebody();
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0002")));
        var id = People.as(person).get("/v1/me/notifications").then().extract().<String>path("items[0].id");
        for (var stranger : List.of(id, UUID.randomUUID().toString())) {
            People.as(other)
                    .get("/v1/me/notifications/{id}", stranger)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/notification-not-found"));
            People.as(other)
                    .post("/v1/me/notifications/{id}/read", stranger)
                    .then()
                    .statusCode(404);
        }
        People.as(other)
                .get("/v1/me/notifications")
                .then()
                .body("items", hasSize(0))
                .body("unread", equalTo(0));
    }

    @Test
    void rolledBackCauseTellsNobody() {
        var person = People.somebody();
        People.register(person, UUID.randomUUID().toString(), "rolled-back-" + person.value());
        assertThrows(
                IllegalStateException.class,
                () -> pool.withTransaction(tx -> notifications
                                .tell(tx, List.of(People.news(person, "H44.07-261008-0003")))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("the cause failed"))))
                        .await()
                        .atMost(People.LIMIT));
        People.as(person).get("/v1/me/notifications").then().body("items", hasSize(0));
        assertEquals(
                List.of("0"),
                People.look(
                        "select count(*) from notification.outbox join notification.message m on m.id = message_id"
                                + " where m.person_key = ?",
                        person.value()));
    }

    @Test
    void everyDeviceThatIsInUseGetsOneRow() {
        var person = People.somebody();
        var silent = UUID.randomUUID().toString();
        People.register(person, UUID.randomUUID().toString(), "one-" + person.value());
        People.register(person, UUID.randomUUID().toString(), "two-" + person.value());
        People.register(person, silent, "silent-" + person.value());
        People.change(
                "update notification.device set last_contact_at = now() - interval '61 days' where installation_id = ?",
                silent);
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0004")));
        var waiting = People.look(
                "select installation_id from notification.outbox join notification.message m on m.id = message_id"
                        + " where m.person_key = ?",
                person.value());
        assertEquals(2, waiting.size());
        assertEquals(false, waiting.contains(silent));
    }

    @Test
    void badCursorsLimitsAndIdsAreProblems() {
        var person = People.somebody();
        for (var cursor : List.of(
                "%",
                "abc",
                Cursor.of("yesterday", UUID.randomUUID()).encode(),
                Cursor.of("+999999999-01-01T00:00:00Z", UUID.randomUUID()).encode(),
                "x".repeat(300))) {
            People.wrongly(person)
                    .queryParam("after", cursor)
                    .get("/v1/me/notifications")
                    .then()
                    .statusCode(400);
        }
        for (var limit : List.of("0", "101", "many")) {
            People.wrongly(person)
                    .queryParam("limit", limit)
                    .get("/v1/me/notifications")
                    .then()
                    .statusCode(400);
        }
        People.wrongly(person).get("/v1/me/notifications/not-an-id").then().statusCode(400);
    }

    private static Notice invitation(PersonKey person) {
        return new Notice(person, Notice.Kind.RATING_INVITATION, "H44.07-261008-0001", Map.of());
    }

    private static void read(PersonKey person, String id) {
        People.as(person).post("/v1/me/notifications/{id}/read", id).then().statusCode(204);
    }

    private static String readAt(PersonKey person, String id) {
        return People.as(person)
                .get("/v1/me/notifications/{id}", id)
                .then()
                .extract()
                .path("readAt");
    }
}
