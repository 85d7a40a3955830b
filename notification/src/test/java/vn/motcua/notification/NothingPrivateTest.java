package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/**
 * Knows everything about a crowd of invented people, tells them every kind of news through phones that answer in every way,
 * and then looks for what it knows in each payload, each line of the log and each label of a metric.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NothingPrivateTest extends Dispatching {
    private static final List<String> PHONES =
            List.of("phone", "dead", "bad", "foreign", "apple", "bare", "broken", "quota", "flaky", "cut", "lost");
    private static final List<String> REACHED = List.of("phone", "flaky", "lost");
    private static final List<String> NAMES =
            List.of("Nguyễn Thị Mẫu", "Trần Văn Thử", "Lê Hoàng Giả Định", "Phạm Minh Bịa", "Đỗ Thị Ví Dụ");
    private static final List<String> PROCEDURES =
            List.of("Đăng ký khai tử", "Xác nhận tình trạng hôn nhân", "Trợ cấp xã hội cho người khuyết tật");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        private final PatternFormatter all = new PatternFormatter("%p %c %s %e");

        @Override
        public void publish(LogRecord record) {
            lines.add(all.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Somebody with everything that could leak. */
    private record Known(
            Person person,
            boolean choseFullText,
            String name,
            String personalId,
            String phone,
            String code,
            String procedure) {
        /** What no push and no log may hold, whatever the person chose. */
        Stream<String> secrets() {
            return Stream.of(
                    name,
                    name.substring(name.indexOf(' ') + 1),
                    personalId,
                    phone,
                    procedure,
                    person.key().value().toString(),
                    person.installation());
        }

        /** What only a person who chose full text sees on the lock screen. */
        Stream<String> words() {
            return Stream.of(code, code.substring(code.indexOf('-') + 1), "Đang chờ bổ sung", "Waiting for papers");
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
        Logger.getLogger("vn.motcua").setLevel(Level.FINE);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        Logger.getLogger("vn.motcua").setLevel(null);
    }

    @Test
    void nothingPrivateIsInAnyPayloadAnyLogOrAnyMetric() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var crowd = new ArrayList<Known>();
        for (int i = 0; i < 5; i++) {
            for (var phone : PHONES) {
                crowd.add(known(random, phone, i == 0));
            }
        }
        dispatch(TestConfig.USUAL);
        // The phones that are reached first: those that are not make the sender pause, for everybody.
        int news = Notice.Kind.values().length + 1;
        var reached = crowd.stream().filter(one -> REACHED.contains(word(one))).toList();
        reached.forEach(one -> People.tell(pool, notifications, everyKindOfNews(one)));
        reached.forEach(one -> await(() -> fcm.received(one.person().token()).size() >= news));
        var others = crowd.stream().filter(one -> !REACHED.contains(word(one))).toList();
        others.forEach(one -> People.tell(pool, notifications, everyKindOfNews(one)));
        await(() -> others.stream()
                        .mapToInt(one -> fcm.received(one.person().token()).size())
                        .sum()
                >= PHONES.size());

        var payloads = new ArrayList<String>();
        for (var one : crowd) {
            for (var received : fcm.received(one.person().token())) {
                // The token is the address: FCM cannot do without it, and nothing else may hold it.
                var message = received.message().copy();
                assertEquals(one.person().token(), message.remove("token"));
                payloads.add(message.encode());
                if (!one.choseFullText()) {
                    assertFree(message.encode(), one.words(), seed);
                }
            }
        }
        assertTrue(payloads.size() >= crowd.size(), "payloads " + payloads.size());
        assertFalse(lines.isEmpty(), "the log was listened to");
        var labels = meters.getMeters().stream().map(m -> m.getId().toString()).toList();
        for (var one : crowd) {
            var secrets = Stream.concat(one.secrets(), Stream.of(one.person().token()))
                    .toList();
            payloads.forEach(text -> assertFree(text, secrets.stream(), seed));
            lines.forEach(text -> assertFree(text, Stream.concat(secrets.stream(), one.words()), seed));
            labels.forEach(text -> assertFree(text, Stream.concat(secrets.stream(), one.words()), seed));
        }
    }

    private static void assertFree(String text, Stream<String> secrets, long seed) {
        secrets.forEach(secret -> assertFalse(text.contains(secret), () -> secret + " in " + text + ", seed " + seed));
    }

    private static String word(Known one) {
        return one.person().token().substring(0, one.person().token().indexOf('-'));
    }

    private Known known(Random random, String phone, boolean fullText) {
        var person = personWith(phone, random.nextBoolean() ? "vi" : "en");
        if (fullText) {
            People.as(person.key())
                    .contentType("application/json")
                    .body("{\"lockScreen\": \"FULL\"}")
                    .put("/v1/me/notification-preferences")
                    .then()
                    .statusCode(200);
        }
        return new Known(
                person,
                fullText,
                NAMES.get(random.nextInt(NAMES.size())),
                "999" + "%09d".formatted(random.nextInt(1_000_000_000)),
                "0999" + "%06d".formatted(random.nextInt(1_000_000)),
                "H99.%02d-261126-%04d".formatted(random.nextInt(100), random.nextInt(10_000)),
                PROCEDURES.get(random.nextInt(PROCEDURES.size())));
    }

    /** Every kind, and one more that is urgent; with variables that no feature gives, but could by mistake. */
    private static List<Notice> everyKindOfNews(Known one) {
        var variables = Map.of(
                "statusVi", "Đang chờ bổ sung",
                "statusEn", "Waiting for papers",
                "agency", "UBND phường Mẫu",
                "procedure", one.procedure(),
                "handler", one.name(),
                "name", one.name(),
                "personalId", one.personalId(),
                "phone", one.phone(),
                "action", "Gọi " + one.phone());
        var news = new ArrayList<Notice>();
        for (var kind : Notice.Kind.values()) {
            news.add(new Notice(one.person().key(), kind, one.code(), variables));
        }
        news.add(news.getFirst().urgently());
        return news;
    }
}
