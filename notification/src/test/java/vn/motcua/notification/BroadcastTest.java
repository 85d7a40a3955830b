package vn.motcua.notification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.Vietnam;

/** Announcements to many; the background works on them as in production. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BroadcastTest extends Announcing {
    @Inject
    FollowedProcedures followed;

    @Inject
    ProcedureNews procedureNews;

    @Test
    void peopleOfAProvinceFindItInTheirInboxAndPhonesSayNothingOfIt() {
        var province = newProvince();
        var people = inhabitants(province, 25);
        var stranger = inhabitants(newProvince(), 1).getFirst();
        var id = announce(province, "").extract().<String>path("id");
        awaitState(id, "DONE")
                .body("progress.recipients", equalTo(25))
                .body("progress.slices", equalTo(3))
                .body("progress.released", equalTo(3))
                .body("progress.told", equalTo(25))
                .body("progress.queued", equalTo(25))
                .body("progress.waiting", equalTo(25))
                .body("createdBy", equalTo("account-of-the-test"))
                .body("nextSliceAt", nullValue());
        dispatch(TestConfig.USUAL);
        await(() -> fcm.delivered() == 25);
        var reader = people.getFirst();
        People.as(reader.key())
                .get("/v1/me/notifications")
                .then()
                .body("items", hasSize(2))
                .body("items[0].topic", equalTo("ANNOUNCEMENT"))
                .body("items[0].kind", equalTo("DOSSIER_STATUS"))
                .body("items[0].title", equalTo("Giờ mùa hè " + province))
                .body("items[0].body", equalTo("Mở cửa từ 7 giờ."))
                .body("items[0].dossierCode", nullValue());
        People.as(reader.key())
                .header("Accept-Language", "en")
                .get("/v1/me/notifications")
                .then()
                .body("items[0].body", equalTo("Open at seven."));
        var push = fcm.received(reader.token()).getFirst().message().encode();
        assertTrue(push.contains("Có thông báo mới"), push);
        assertTrue(!push.contains("mùa hè") && !push.contains(province), push);
        People.as(stranger.key()).get("/v1/me/notifications").then().body("items", hasSize(1));
        assertEquals(List.of(), fcm.received(stranger.token()));
    }

    @Test
    void everybodyIsToldAndWhoeverMutedItOrHasNoDeviceFindsItInTheInboxOnly() {
        var person = personWith("phone", "vi");
        var muted = personWith("phone", "vi");
        People.as(muted.key())
                .contentType("application/json")
                .body("{\"kinds\": {\"ANNOUNCEMENT\": false}}")
                .put("/v1/me/notification-preferences")
                .then()
                .statusCode(200);
        var reader = new Person(People.somebody(), "none", "");
        People.tell(pool, notifications, List.of(People.news(reader.key(), CODE)));
        int everybody = Integer.parseInt(People.look("""
                select count(*)
                from (select person_key from notification.device union select person_key from notification.message
                      union select person_key from notification.preference
                      union select person_key from notification.followed_procedure) as known""").getFirst());
        var id = create("""
                {"audience": {"kind": "ALL"}, "title": {"vi": "Mọi người", "en": "Everybody"},
                 "body": {"vi": "Một", "en": "One"}}""").statusCode(201).extract().<String>path("id");
        awaitState(id, "DONE").body("progress.told", equalTo(everybody));
        for (var one : List.of(person, muted)) {
            People.as(one.key()).get("/v1/me/notifications").then().body("items.title", contains("Mọi người"));
        }
        People.as(reader.key()).get("/v1/me/notifications").then().body("items.title", hasItem("Mọi người"));
        var queued = "select installation_id from notification.outbox where installation_id in (?, ?)";
        assertEquals(List.of(person.installation()), People.look(queued, person.installation(), muted.installation()));
    }

    @Test
    void sameWordsToTheSamePeopleAreNotAnnouncedTwiceAtOnce() {
        var province = newProvince();
        inhabitants(province, 25);
        var id = slow(province);
        create(words(province, ", \"spreadMinutes\": 60"))
                .statusCode(409)
                .body("type", equalTo("/problems/broadcast-repeated"));
        act(id, "stop");
        create(words(province, ", \"spreadMinutes\": 60")).statusCode(201);
    }

    @Test
    void whatIsSomebodysOwnOvertakesAnAnnouncement() {
        var province = newProvince();
        inhabitants(province, 60);
        var id = announce(province, "").extract().<String>path("id");
        awaitState(id, "DONE");
        var person = personWith("own", "vi");
        fcm.delay(Duration.ofMillis(40));
        dispatch(TestConfig.USUAL.batchOf(8));
        await(() -> fcm.delivered() >= 5);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> !fcm.received(person.token()).isEmpty());
        assertTrue(fcm.delivered() < 40, () -> fcm.delivered() + " of 60 left before");
    }

    @Test
    void followersAreToldOfAChangeAndThoseWhoStoppedFollowingAreNot() {
        var follower = personWith("phone", "vi");
        var gone = personWith("phone", "vi");
        var code = "9." + (800_000 + PROVINCE.incrementAndGet());
        for (var one : List.of(follower, gone)) {
            assertTrue(followed.follow(one.key(), code).await().atMost(People.LIMIT));
            assertTrue(followed.follow(one.key(), code).await().atMost(People.LIMIT));
        }
        assertEquals(0, changed("9.899999", "Không ai theo dõi"));
        followed.unfollow(gone.key(), code).await().atMost(People.LIMIT);
        assertEquals(1, changed(code, "Đăng ký thử"));
        await(() -> !inbox(follower).isEmpty());
        People.as(follower.key())
                .get("/v1/me/notifications")
                .then()
                .body("items[0].title", equalTo("Thủ tục " + code + " đã được sửa đổi"))
                .body("items[0].topic", equalTo("PROCEDURE_CHANGED"))
                .body("items[0].body", containsString("Đăng ký thử"));
        assertEquals(List.of(), inbox(gone));
        People.as(ADMIN).get(PATH).then().body("items.createdBy", hasItem("release of the test"));
    }

    @Test
    void releaseThatChangesVeryManyWaitsForAnAdministrator() {
        var person = personWith("phone", "vi");
        var codes = IntStream.range(0, 201).mapToObj(i -> "9." + (700_000 + i)).toList();
        People.change(
                "insert into notification.followed_procedure (person_key, procedure_code) select ?, unnest(?::text[])",
                person.key().value(),
                codes.toArray(String[]::new));
        var all = codes.stream()
                .map(code -> new ProcedureNews.Changed(code, "Thủ tục", false))
                .toList();
        int made = pool.withTransaction(tx -> procedureNews.announce(tx, all, "many"))
                .await()
                .atMost(People.LIMIT);
        assertEquals(201, made);
        assertEquals(
                List.of("201"),
                People.look(
                        "select count(*) from notification.broadcast where created_by = 'many' and paused_at is not null"));
        People.change(
                "delete from notification.followed_procedure where person_key = ?",
                person.key().value());
    }

    @Test
    void previewShowsBothLanguagesAndThePlanAndTellsNobody() {
        var province = newProvince();
        inhabitants(province, 25);
        People.as(ADMIN)
                .contentType("application/json")
                .body(words(province, ", \"spreadMinutes\": 30"))
                .post(PATH + "/preview")
                .then()
                .statusCode(200)
                .body("recipients", equalTo(25))
                .body("slices", equalTo(3))
                .body("words.vi.title", equalTo("Giờ mùa hè " + province))
                .body("words.vi.push", equalTo("Có thông báo mới"))
                .body("words.en.body", equalTo("Open at seven."));
        assertEquals(
                List.of("0"),
                People.look("select count(*) from notification.broadcast where audience_code = ?", province));
    }

    @Test
    void downtimeIsToldSevenWorkingDaysAhead() {
        var today = OffsetDateTime.now(Vietnam.ZONE);
        preview(downtime(today.plusDays(6)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/downtime/from"))
                .body("errors[0].detail", containsString("7"));
        // Eleven days hold at least seven working days.
        preview(downtime(today.plusDays(11)))
                .statusCode(200)
                .body("words.vi.body", containsString("Hệ thống dự kiến tạm dừng từ "));
    }

    @Test
    void downtimeIsToldInTimeToTheLastToo() {
        var province = newProvince();
        inhabitants(province, 25);
        var today = OffsetDateTime.now(Vietnam.ZONE);
        var spread = ", \"spreadMinutes\": %d, \"downtime\": {\"from\": \"" + today.plusDays(14) + "\", \"until\": \""
                + today.plusDays(15) + "\"}";
        // Three slices over twelve days: the last one goes on the ninth day.
        var tooLong = words(province, spread.formatted(12 * 24 * 60));
        preview(tooLong).statusCode(400).body("errors[0].pointer", equalTo("/spreadMinutes"));
        create(tooLong).statusCode(400).body("errors[0].pointer", equalTo("/spreadMinutes"));
        var id = announce(province, spread.formatted(60)).extract().<String>path("id");
        await(() -> look(id).extract().<Integer>path("progress.told") == 10);
        act(id, "pause").statusCode(200);
        People.change("update notification.broadcast set tell_by = current_date - 2 where id = ?", UUID.fromString(id));
        act(id, "resume").statusCode(409).body("type", equalTo("/problems/broadcast-too-late"));
        look(id).body("state", equalTo("PAUSED"));
    }

    @Test
    void nonsenseIsRefusedPlaceByPlace() {
        preview("""
                {"audience": {"kind": "PROVINCE", "code": "X1"}, "title": {"vi": " ", "en": "x"},
                 "body": {"vi": "x", "en": "x"}, "hours": {"from": "20:00", "to": "08:00"}, "spreadMinutes": 0,
                 "startAt": "2020-01-01T00:00:00+07:00", "downtime": {"from": "2027-01-02T00:00:00+07:00"}}""")
                .statusCode(400)
                .body("errors.pointer", contains("/audience/code", "/title", "/startAt", "/hours", "/spreadMinutes"));
        preview("""
                {"audience": {"kind": "ALL", "code": "H44"}, "title": {"vi": "x", "en": "x"},
                 "body": {"vi": "x", "en": "x"}, "downtime": {"from": "2027-01-02T00:00:00+07:00"}}""").statusCode(400).body("errors.pointer", contains("/audience/code", "/downtime"));
        People.wrongly(ADMIN)
                .get(PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/broadcast-not-found"));
    }

    private int changed(String code, String name) {
        var change = List.of(new ProcedureNews.Changed(code, name, false));
        return pool.withTransaction(tx -> procedureNews.announce(tx, change, "release of the test"))
                .await()
                .atMost(People.LIMIT);
    }
}
