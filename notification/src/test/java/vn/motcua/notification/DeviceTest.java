package vn.motcua.notification;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DeviceTest {
    private static final String TOKENS = "select fcm_token from notification.device where installation_id = ?";
    private static final String OWNERS = "select person_key from notification.device where fcm_token = ?";

    @Inject
    Devices devices;

    @Test
    void registeredDeviceIsAnsweredWithoutItsToken() {
        var body = People.as(People.somebody())
                .contentType("application/json")
                .body("{\"fcmToken\":\"secret-token\",\"platform\":\"IOS\"}")
                .put("/v1/me/devices/{id}", installation())
                .then()
                .statusCode(200)
                .body("platform", equalTo("IOS"))
                .body("locale", equalTo("vi"))
                .body("lastContactAt", endsWith("+07:00"))
                .extract()
                .asString();
        assertFalse(body.contains("secret-token"));
    }

    @Test
    void ownDevicesAreListedLatestFirstWithoutTheirTokensAndNobodyElses() {
        var person = People.somebody();
        var first = installation();
        var second = installation();
        People.register(person, first, "secret-" + first);
        People.register(person, second, "secret-" + second, "en");
        People.register(People.somebody(), installation(), "other-" + first);
        var list = People.as(person).get("/v1/me/devices").then().statusCode(200);
        list.body("items.installationId", equalTo(List.of(second, first)));
        list.body("items.locale", equalTo(List.of("en", "vi")));
        assertFalse(list.extract().asString().contains("secret-"));
        People.as(person).delete("/v1/me/devices/{id}", second).then().statusCode(204);
        People.as(person).get("/v1/me/devices").then().body("items.installationId", equalTo(List.of(first)));
    }

    @Test
    void newTokenReplacesTheOldOne() {
        var person = People.somebody();
        var installation = installation();
        People.register(person, installation, "first-" + installation);
        People.register(person, installation, "second-" + installation, "en");
        assertEquals(List.of("second-" + installation), People.look(TOKENS, installation));
    }

    @Test
    void tokenThatMovesToAnotherInstallationLeavesTheOldOne() {
        var before = installation();
        var after = installation();
        var token = "moving-" + before;
        var second = People.somebody();
        People.register(People.somebody(), before, token);
        People.register(second, after, token);
        assertEquals(List.of(), People.look(TOKENS, before));
        assertEquals(List.of(second.value().toString()), People.look(OWNERS, token));
    }

    @Test
    void installationThatSignsInAsSomebodyElseLeavesTheFirstPerson() {
        var installation = installation();
        var second = People.somebody();
        People.register(People.somebody(), installation, "shared-" + installation);
        People.register(second, installation, "shared-" + installation);
        assertEquals(List.of(second.value().toString()), People.look(OWNERS, "shared-" + installation));
    }

    @Test
    void oneTokenFromManyInstallationsAtOnceEndsInOneRow() {
        var token = "wanted-" + installation();
        var registration = new DeviceRegistration(token, Platform.ANDROID, DeviceLocale.VI);
        var all = IntStream.range(0, 12)
                .mapToObj(i -> devices.register(People.somebody(), installation(), registration))
                .toList();
        Uni.join().all(all).andFailFast().await().atMost(People.LIMIT);
        assertEquals(1, People.look(OWNERS, token).size());
    }

    @Test
    void oneInstallationRegisteredManyTimesAtOnceEndsInOneRow() {
        var installation = installation();
        var person = People.somebody();
        var all = IntStream.range(0, 8)
                .mapToObj(i -> devices.register(
                        person,
                        installation,
                        new DeviceRegistration("t" + i + "-" + installation, Platform.WEB, DeviceLocale.VI)))
                .toList();
        Uni.join().all(all).andFailFast().await().atMost(People.LIMIT);
        assertEquals(1, People.look(TOKENS, installation).size());
    }

    @Test
    void eleventhDeviceReplacesTheOldest() {
        var person = People.somebody();
        var installations = IntStream.range(0, 11).mapToObj(i -> installation()).toList();
        installations.forEach(i -> People.register(person, i, "token-" + i));
        var kept = People.look("select installation_id from notification.device where person_key = ?", person.value());
        assertEquals(Devices.MAX_PER_PERSON, kept.size());
        assertFalse(kept.contains(installations.getFirst()));
        assertTrue(kept.contains(installations.getLast()));
    }

    @Test
    void tokenLongerThanAnIndexEntryIsKept() {
        var installation = installation();
        var token = installation.replace("-", "").repeat(128);
        People.register(People.somebody(), installation, token);
        assertEquals(List.of(token), People.look(TOKENS, installation));
    }

    @Test
    void signOutForgetsTheDeviceAndMayBeRepeated() {
        var person = People.somebody();
        var installation = installation();
        People.register(person, installation, "token-" + installation);
        for (int i = 0; i < 2; i++) {
            People.as(person).delete("/v1/me/devices/{id}", installation).then().statusCode(204);
        }
        assertEquals(List.of(), People.look(TOKENS, installation));
    }

    @Test
    void nobodySignsOutSomebodyElse() {
        var installation = installation();
        People.register(People.somebody(), installation, "token-" + installation);
        People.as(People.somebody())
                .delete("/v1/me/devices/{id}", installation)
                .then()
                .statusCode(204);
        assertEquals(List.of("token-" + installation), People.look(TOKENS, installation));
    }

    @Test
    void badRegistrationsAreRefusedWithTheirPlaces() {
        for (var body : List.of(
                "{}",
                "null",
                "{\"fcmToken\":\"\",\"platform\":\"ANDROID\"}",
                "{\"fcmToken\":\"t\",\"platform\":\"PHONE\"}",
                "{\"fcmToken\":\"t\",\"platform\":\"WEB\",\"locale\":\"fr\"}",
                "{\"fcmToken\":\"t\",\"platform\":\"WEB\",\"more\":1}",
                "{\"fcmToken\":\"" + "t".repeat(4097) + "\",\"platform\":\"WEB\"}",
                "{\"fcmToken\":7,\"platform\":\"WEB\"}",
                "not json")) {
            People.wrongly(People.somebody())
                    .contentType("application/json")
                    .body(body)
                    .put("/v1/me/devices/{id}", installation())
                    .then()
                    .statusCode(400)
                    .body("detail", not(equalTo("")));
        }
        People.wrongly(People.somebody())
                .contentType("application/json")
                .body("{\"fcmToken\":\"t\",\"platform\":\"WEB\"}")
                .put("/v1/me/devices/short")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("installationId"));
    }

    private static String installation() {
        return UUID.randomUUID().toString();
    }
}
