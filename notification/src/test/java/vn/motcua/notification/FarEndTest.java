package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.local.FcmServer;
import vn.motcua.openapi.LocalParts;

/** The Admin SDK as in production: TLS, HTTP/2, tokens from a service account; and what goes wrong on the way. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FarEndTest extends Dispatching {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private FcmServer secure;

    @BeforeEach
    void startSecure() {
        secure = FcmServer.startSecure(0, folder);
    }

    @AfterEach
    void stopSecure() {
        secure.close();
    }

    @Test
    void sdkSendsOverHttp2WithTokensOfItsAccount() throws Exception {
        try (var sender = withAccount()) {
            IntStream.range(0, 30)
                    .parallel()
                    .forEach(i -> assertEquals(new Delivery.Sent(), sender.send(push("phone-" + i))));
        }
        assertEquals(Set.of(HttpVersion.HTTP_2), secure.versions());
        assertEquals(30, secure.delivered());
    }

    @Test
    void tokenThatRanOutIsRenewedWithoutLoss() throws Exception {
        try (var sender = withAccount()) {
            secure.lifeOfTokens(Duration.ofSeconds(1));
            assertEquals(new Delivery.Sent(), sender.send(push("phone-1")));
            Thread.sleep(1_200);
            assertEquals(new Delivery.Sent(), sender.send(push("phone-2")));
        }
    }

    @Test
    void withdrawnKeyStopsTheSender() throws Exception {
        try (var sender = withAccount()) {
            assertEquals(new Delivery.Sent(), sender.send(push("phone-1")));
            secure.withdrawKey();
            assertEquals(
                    Delivery.CredentialsRefused.class,
                    sender.send(push("phone-2")).getClass());
        }
        assertEquals(1, secure.delivered());
    }

    @Test
    void strangersCertificateIsNotTrusted() throws Exception {
        try (var sender = open(secure.requireAccount(), Optional.empty())) {
            assertEquals(Delivery.Failed.class, sender.send(push("phone-1")).getClass());
        }
        assertEquals(0, secure.delivered());
        assertThrows(IllegalStateException.class, () -> open("{}", Optional.of("no-such.pem")));
    }

    @Test
    void messageWhoseAnswerIsLostIsSentAgainAndCollapsesOnThePhone() {
        var person = personWith("lost", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("SENT")));
        var arrived = fcm.received(person.token());
        assertEquals(2, arrived.size(), "at least once");
        for (var field : List.of("data", "android")) {
            assertEquals(
                    1,
                    arrived.stream()
                            .map(r -> r.message().getJsonObject(field))
                            .map(one -> field.equals("data")
                                    ? one.getString("notificationId")
                                    : one.getString("collapse_key"))
                            .distinct()
                            .count());
        }
    }

    @Test
    void cutConnectionIsTroubleAndNothingIsLost() {
        var person = personWith("cut", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> fcm.received(person.token()).size() == 1);
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("SENT")));
    }

    @Test
    void burstsOfTroubleLoseNothingAndPruneNobody() {
        var people =
                IntStream.range(0, 100).mapToObj(i -> personWith("phone", "vi")).toList();
        fcm.play("""
                [{"toMs": 300, "answer": "UNAVAILABLE", "share": 0.5},
                 {"toMs": 600, "answer": "INTERNAL", "share": 0.3},
                 {"toMs": 900, "answer": "CUT", "share": 0.2},
                 {"fromMs": 900, "toMs": 1500, "answer": "NOT_FOUND", "share": 0.3},
                 {"delayMs": 20}]""");
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                people.stream().map(p -> People.news(p.key(), CODE)).toList());
        await(() -> People.look("select id from notification.outbox").isEmpty());
        people.forEach(p -> assertEquals(1, fcm.received(p.token()).size()));
        people.forEach(p -> assertEquals(
                1,
                People.look("select 1 from notification.device where fcm_token = ?", p.token())
                        .size()));
    }

    @Test
    void appThatIsRemovedWhileItsNewsWaitsIsPruned() {
        var person = personWith("phone", "vi");
        fcm.retire(person.token());
        dispatch(TestConfig.USUAL);
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        await(() -> People.look(OUTCOMES, person.key().value()).equals(List.of("TOKEN_PRUNED")));
    }

    private FirebaseSender withAccount() throws IOException {
        return open(secure.requireAccount(), Optional.of("fcm.pem"));
    }

    private FirebaseSender open(String account, Optional<String> certificate) throws IOException {
        var file = Files.writeString(folder.resolve("account.json"), account);
        var config = new TestConfig.Fcm(
                Optional.of(secure.url()),
                Optional.of(file.toString()),
                certificate.map(name -> folder.resolve(name).toString()));
        return FirebaseSender.open(config, TIMEOUT, vertx).orElseThrow();
    }

    private static Push push(String token) {
        return new Push(
                UUID.randomUUID(),
                PushText.of(Notice.Kind.DOSSIER_STATUS),
                DeviceLocale.VI,
                token,
                "collapse",
                Duration.ofHours(1));
    }
}
