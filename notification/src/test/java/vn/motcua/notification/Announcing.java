package vn.motcua.notification;

import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import vn.motcua.openapi.PersonKey;

/** Announces to provinces that no other test lives in, and sees what becomes of it; a slice is ten people here. */
abstract class Announcing extends Dispatching {
    static final String PATH = "/v1/admin/broadcasts";
    static final PersonKey ADMIN = People.somebody();
    /** Provinces in which nobody else of the tests lives. */
    static final AtomicInteger PROVINCE = new AtomicInteger(70);

    @AfterEach
    void nothingGoesOn() {
        People.change("update notification.broadcast set state = 'STOPPED' where state in ('PLANNING', 'RUNNING')");
        People.change("delete from notification.broadcast_recipient");
        People.change("delete from notification.outbox");
    }

    static String newProvince() {
        return "H" + PROVINCE.incrementAndGet();
    }

    /** People with a phone whom an agency of this province told something once. */
    List<Person> inhabitants(String province, int count) {
        var people = IntStream.range(0, count)
                .mapToObj(i ->
                        new Person(People.somebody(), "inhabitant-" + UUID.randomUUID(), "phone-" + UUID.randomUUID()))
                .toList();
        People.change(
                """
                insert into notification.device
                    (installation_id, person_key, fcm_token, platform, locale, registered_at, last_contact_at)
                select installation, person, token, 'ANDROID', 'VI', now(), now()
                from unnest(?::text[], ?::uuid[], ?::text[]) as t (installation, person, token)
                """,
                people.stream().map(Person::installation).toArray(String[]::new),
                people.stream().map(p -> p.key().value().toString()).toArray(String[]::new),
                people.stream().map(Person::token).toArray(String[]::new));
        People.tell(
                pool,
                notifications,
                people.stream()
                        .map(p -> People.news(p.key(), province + ".01-261126-0001"))
                        .toList());
        People.change("delete from notification.outbox");
        return people;
    }

    static String words(String province, String more) {
        return """
                {"audience": {"kind": "PROVINCE", "code": "%1$s"},
                 "title": {"vi": "Giờ mùa hè %1$s", "en": "Summer hours"},
                 "body": {"vi": "Mở cửa từ 7 giờ.", "en": "Open at seven."}%2$s}""".formatted(province, more);
    }

    static String downtime(OffsetDateTime from) {
        return """
                {"audience": {"kind": "ALL"}, "title": {"vi": "Tạm dừng", "en": "Down"},
                 "body": {"vi": "Nâng cấp.", "en": "Upgrade."}, "downtime": {"from": "%s", "until": "%s"}}""".formatted(from, from.plusHours(4));
    }

    /** One whose second slice comes in twenty minutes; the first has been told. */
    static String slow(String province) {
        var id = announce(province, ", \"spreadMinutes\": 60").extract().<String>path("id");
        await(() -> look(id).extract().<Integer>path("progress.told") == 10);
        return id;
    }

    static ValidatableResponse announce(String province, String more) {
        return create(words(province, more)).statusCode(201);
    }

    static ValidatableResponse create(String body) {
        return People.as(ADMIN)
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    static ValidatableResponse preview(String body) {
        return People.wrongly(ADMIN)
                .contentType("application/json")
                .body(body)
                .post(PATH + "/preview")
                .then();
    }

    static ValidatableResponse act(String id, String what) {
        return People.as(ADMIN).post(PATH + "/" + id + "/" + what).then();
    }

    static ValidatableResponse look(String id) {
        return People.as(ADMIN).get(PATH + "/" + id).then().statusCode(200);
    }

    static ValidatableResponse awaitState(String id, String state) {
        await(() -> look(id).extract().path("state").equals(state));
        return look(id);
    }

    static List<Map<String, Object>> inbox(Person person) {
        return People.as(person.key())
                .get("/v1/me/notifications")
                .then()
                .extract()
                .path("items");
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
