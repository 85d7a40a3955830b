package vn.motcua.notification;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RetentionTest extends Dispatching {
    @Inject
    Retention retention;

    @Test
    void deviceThatWasSilentForLongIsForgottenAndOthersStay() {
        var silent = personWith("phone", "vi");
        var present = personWith("phone", "vi");
        contact(silent, 271);
        contact(present, 269);
        new RetentionJob(retention, TestConfig.USUAL).run();
        assertEquals(List.of(), devices(silent));
        assertEquals(List.of(present.installation()), devices(present));
    }

    @Test
    void oldEntriesGoWithWhatBecameOfTheirPushesAndYoungOnesStay() {
        var person = personWith("phone", "vi");
        dispatch(TestConfig.USUAL);
        People.tell(
                pool,
                notifications,
                IntStream.range(0, 5)
                        .mapToObj(i -> People.news(person.key(), "H44.07-261008-000" + i))
                        .toList());
        await(() -> People.look(OUTCOMES, person.key().value()).size() == 5);
        People.change(
                "update notification.message set created_at = now() - interval '366 days'"
                        + " where person_key = ? and dossier_code < 'H44.07-261008-0003'",
                person.key().value());
        new RetentionJob(retention, TestConfig.USUAL).run();
        People.as(person.key()).get("/v1/me/notifications").then().body("items", hasSize(2));
        assertEquals(2, People.look(OUTCOMES, person.key().value()).size());
    }

    @Test
    void entryThatStillWaitsToBePushedStays() {
        var person = personWith("phone", "vi");
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE)));
        People.change(
                "update notification.message set created_at = now() - interval '366 days' where person_key = ?",
                person.key().value());
        new RetentionJob(retention, TestConfig.USUAL).run();
        People.as(person.key()).get("/v1/me/notifications").then().body("items", hasSize(1));
    }

    @Test
    void announcementThatStandsInNoInboxGoesWhenItIsOld() {
        var person = personWith("phone", "vi");
        announcement("old", 366);
        announcement("young", 364);
        announcement("read", 366);
        People.change("""
                insert into notification.message (id, person_key, kind, template_version, variables, agency, broadcast_id)
                select uuidv7(), ?, 'ANNOUNCEMENT', 1, '{}', 'MOTCUA', id
                from notification.broadcast where created_by = 'read'
                """, person.key().value());
        new RetentionJob(retention, TestConfig.USUAL).run();
        assertEquals(List.of("read", "young"), People.look("""
                        select created_by from notification.broadcast
                        where created_by in ('old', 'young', 'read') order by created_by
                        """));
    }

    private static void announcement(String author, int endedDaysAgo) {
        People.change("""
                insert into notification.broadcast
                    (id, kind, template_version, variables, subject, agency, audience, fingerprint, start_at, hours_from,
                     hours_to, spread_seconds, state, next_slice_at, created_by, ended_at)
                values (uuidv7(), 'ANNOUNCEMENT', 1, '{"titleVi": "x", "titleEn": "x", "bodyVi": "x", "bodyEn": "x"}', 'x',
                    'MOTCUA', 'ALL', ''::bytea, now(), '08:00', '20:00', 0, 'DONE', now(), ?,
                    now() - ? * interval '1 day')
                """, author, endedDaysAgo);
    }

    private static void contact(Person person, int daysAgo) {
        People.change(
                "update notification.device set last_contact_at = now() - ? * interval '1 day' where installation_id = ?",
                daysAgo,
                person.installation());
    }

    private static List<String> devices(Person person) {
        return People.look(
                "select installation_id from notification.device where person_key = ?",
                person.key().value());
    }
}
