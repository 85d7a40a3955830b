package vn.motcua.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DeadLetterTest extends Dispatching {
    private static final PersonKey OPERATOR = People.somebody();
    private static final String LIST = "/v1/admin/dead-letters";

    @BeforeEach
    void noLettersOfOtherTests() {
        People.change("update notification.delivery set resent_at = now() where resent_at is null");
    }

    @Test
    void refusedPushIsListedWithoutAnythingPersonal() {
        var person = givenUp("foreign");
        var body = list().body("items", hasSize(1))
                .body("items[0].error", equalTo("SENDER_ID_MISMATCH"))
                .body("items[0].ending", equalTo("DROPPED"))
                .body("items[0].agency", equalTo("H44.07"))
                .body("items[0].attempts", equalTo(1))
                .extract()
                .asString();
        for (var secret : List.of(
                person.installation(), person.token(), person.key().value().toString(), "261008")) {
            assertFalse(body.contains(secret), secret);
        }
    }

    @Test
    void resentPushArrivesAndLeavesTheList() {
        var person = givenUp("foreign");
        // The person's app has a token of the right project by now.
        var repaired = "repaired-" + UUID.randomUUID();
        People.register(person.key(), person.installation(), repaired);
        resend(Map.of("error", "SENDER_ID_MISMATCH")).body("queued", equalTo(1)).body("more", equalTo(false));
        await(() -> fcm.received(repaired).size() == 1);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("SENT")));
        list().body("items", hasSize(0));
        resend(Map.of("error", "SENDER_ID_MISMATCH")).body("queued", equalTo(0));
    }

    @Test
    void resentPushThatFailsAgainComesBack() {
        givenUp("foreign");
        var id = list().extract().<String>path("items[0].messageId");
        resend(Map.of("messageIds", List.of(id))).body("queued", equalTo(1));
        await(() -> list().extract().<List<?>>path("items").size() == 1);
    }

    @Test
    void pushWhoseDeviceIsGoneCannotBeResent() {
        var person = givenUp("bad");
        People.as(person.key()).delete("/v1/me/devices/{id}", person.installation());
        resend(Map.of("error", "INVALID_ARGUMENT")).body("queued", equalTo(0)).body("gone", equalTo(1));
        list().body("items", hasSize(0));
    }

    @Test
    void pushThatIsTooOldIsADeadLetterAndAMissingDeviceIsNone() {
        var old = personWith("phone", "vi");
        var gone = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(old.key(), CODE), People.news(gone.key(), CODE)));
        People.as(gone.key()).delete("/v1/me/devices/{id}", gone.installation());
        People.change("update notification.outbox set counts_from = now() - interval '25 hours'");
        dispatch(TestConfig.USUAL);
        await(() -> People.look(OUTCOMES, old.key().value()).equals(List.of("EXPIRED")));
        await(() -> People.look(OUTCOMES, gone.key().value()).equals(List.of("DROPPED")));
        list().body("items", hasSize(1)).body("items[0].ending", equalTo("EXPIRED"));
    }

    @Test
    void pagesHoldEveryLetterOnce() {
        var people =
                IntStream.range(0, 7).mapToObj(i -> personWith("bad", "vi")).toList();
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                people.stream().map(p -> People.news(p.key(), CODE)).toList());
        await(() -> list().extract().<List<?>>path("items").size() == 7);
        var seen = new HashSet<String>();
        String cursor = null;
        int pages = 0;
        do {
            var request = People.as(OPERATOR).queryParam("limit", 3).queryParam("error", "INVALID_ARGUMENT");
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(LIST).then().statusCode(200);
            seen.addAll(page.extract().<List<String>>path("items.messageId"));
            cursor = page.extract().path("nextCursor");
            pages++;
        } while (cursor != null);
        assertEquals(3, pages);
        assertEquals(7, seen.size());
        People.as(OPERATOR)
                .queryParam("error", "INTERNAL")
                .get(LIST)
                .then()
                .body("items", hasSize(0))
                .body("nextCursor", nullValue());
    }

    @Test
    void badWishesAreProblems() {
        for (var body : List.of(
                "{}",
                "{\"error\":\"X\",\"messageIds\":[\"" + UUID.randomUUID() + "\"]}",
                "{\"error\":\"drop table\"}",
                "{\"messageIds\":"
                        + Collections.nCopies(1_001, '"' + UUID.randomUUID().toString() + '"') + "}",
                "{\"messageIds\":[null]}",
                "null")) {
            People.wrongly(OPERATOR)
                    .contentType("application/json")
                    .body(body)
                    .post(LIST + "/resend")
                    .then()
                    .statusCode(400)
                    .body("type", not(nullValue()));
        }
        for (var cursor : List.of("%", "abc", "x".repeat(300))) {
            People.wrongly(OPERATOR)
                    .queryParam("cursor", cursor)
                    .get(LIST)
                    .then()
                    .statusCode(400);
        }
        People.wrongly(OPERATOR).queryParam("error", "a b").get(LIST).then().statusCode(400);
    }

    /** Somebody whose phone answers so, after the push was given up. */
    private Person givenUp(String phone) {
        var person = personWith(phone, "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("DROPPED")));
        return person;
    }

    private static ValidatableResponse list() {
        return People.as(OPERATOR).get(LIST).then().statusCode(200);
    }

    private static ValidatableResponse resend(Map<String, ?> which) {
        return People.as(OPERATOR)
                .contentType("application/json")
                .body(which)
                .post(LIST + "/resend")
                .then()
                .statusCode(200);
    }
}
