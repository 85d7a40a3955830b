package vn.motcua.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FairnessTest extends Dispatching {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void tenantsShareAClaimHoweverMuchEachHasWaiting() {
        var person = personWith("phone", "vi");
        tell(person, "H15", 60);
        tell(person, "H44", 3);
        tell(person, "H29", 3);
        var got = claimAs(UUID.randomUUID(), Lane.STATUS, 30, LONG).pushes().stream()
                .collect(Collectors.groupingBy(Claimed::tenant, Collectors.counting()));
        assertEquals(Map.of("H15", 10L, "H44", 3L, "H29", 3L), got);
    }

    @Test
    void walkOverTenantsGoesOnWhereItEnded() {
        var person = personWith("phone", "vi");
        var tenants = IntStream.range(0, 10).mapToObj("H%02d"::formatted).toList();
        tenants.forEach(tenant -> tell(person, tenant, 2));
        var dispatcher = UUID.randomUUID();
        stores.leases().renew(dispatcher, LONG).await().atMost(People.LIMIT);
        var seen = new ArrayList<String>();
        var after = "";
        for (int look = 0; look < 4; look++) {
            var room = new ClaimStore.Room(Lane.STATUS, after, 3, 3, 100, Map.of(), LONG);
            var claim = stores.claims().claim(dispatcher, room).await().atMost(People.LIMIT);
            claim.pushes().stream().map(Claimed::tenant).forEach(seen::add);
            after = claim.sawAll() ? "" : claim.lastTenant();
        }
        assertEquals(tenants, seen.subList(0, 10), "each tenant once before any comes twice");
    }

    @Test
    void tenantThatHoldsItsShareGetsNoMore() {
        var person = personWith("phone", "vi");
        tell(person, "H15", 20);
        tell(person, "H44", 1);
        var dispatcher = UUID.randomUUID();
        stores.leases().renew(dispatcher, LONG).await().atMost(People.LIMIT);
        var room = new ClaimStore.Room(Lane.STATUS, "", 10, 10, 15, Map.of("H15", 13), LONG);
        var got = stores.claims().claim(dispatcher, room).await().atMost(People.LIMIT).pushes().stream()
                .collect(Collectors.groupingBy(Claimed::tenant, Collectors.counting()));
        assertEquals(Map.of("H15", 2L, "H44", 1L), got);
    }

    @Test
    void pushesAboutOneDossierGoOneAfterTheOther() {
        var person = personWith("phone", "vi");
        tell(person.key(), "H15-261008-0001");
        tell(person.key(), "H15-261008-0001");
        tell(person.key(), "H15-261008-0002");
        var dispatcher = UUID.randomUUID();
        var first = claimAs(dispatcher, Lane.STATUS, 10, LONG).pushes();
        assertEquals(2, first.size(), "one of each dossier");
        assertEquals(List.of(), claimAgain(dispatcher, Lane.STATUS, 10).pushes());
        var sent = new DeliveryRule.Next.Finished(DeliveryRule.Outcome.SENT, java.util.Optional.empty());
        var done = stores.completions()
                .complete(first.stream()
                        .map(push -> new CompletionStore.Result(push, sent))
                        .toList())
                .await()
                .atMost(People.LIMIT);
        assertTrue(done.followed());
        assertEquals(1, claimAgain(dispatcher, Lane.STATUS, 10).pushes().size());
    }

    @Test
    void pushesAboutOneDossierArriveInTheOrderOfTheirCauses() {
        var person = personWith("flaky", "vi");
        dispatch(TestConfig.USUAL);
        for (int i = 0; i < 6; i++) {
            tell(person.key(), CODE);
        }
        await(() -> fcm.delivered() == 6);
        var arrived = fcm.received(person.token()).reversed().stream()
                .map(r -> r.message().getJsonObject("data").getString("notificationId"))
                .toList();
        assertEquals(
                People.look(
                        "select id from notification.message where person_key = ? order by created_at",
                        person.key().value()),
                arrived);
    }

    @Test
    void urgentOvertakesAndAnInvitationWaits() {
        var person = personWith("phone", "vi");
        var invitation = new Notice(person.key(), Notice.Kind.RATING_INVITATION, CODE, Map.of());
        People.tell(pool, notifications, List.of(invitation, People.news(person.key(), CODE)));
        People.tell(pool, notifications, List.of(People.news(person.key(), CODE).urgently()));
        fcm.delay(Duration.ofMillis(50));
        // Two places, of which one agency gets one: what is sent is sent one after the other.
        dispatch(TestConfig.USUAL.batchOf(2));
        await(() -> fcm.delivered() == 3);
        var kinds = fcm.received(person.token()).reversed().stream()
                .map(r -> r.message().getJsonObject("data").getString("notificationId"))
                .map(id -> People.look("select kind from notification.message where id = ?", UUID.fromString(id))
                        .getFirst())
                .toList();
        assertEquals("RATING_INVITATION", kinds.getLast());
        var keys = fcm.received(person.token()).stream()
                .map(r -> r.message().getJsonObject("android").getString("collapse_key"))
                .distinct()
                .count();
        assertEquals(2, keys, "nothing that comes later covers an urgent push on the phone");
    }

    @Test
    void whatCanWaitNeverTakesAllPlaces() {
        var holding = new Holding(20);
        var push = new Claimed(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Lane.CAN_WAIT,
                "H15",
                UUID.randomUUID(),
                UUID.randomUUID(),
                Notice.Kind.RATING_INVITATION,
                CODE,
                0,
                Duration.ZERO,
                java.util.Optional.empty(),
                Duration.ZERO,
                false,
                PushText.of(Notice.Kind.RATING_INVITATION));
        for (int i = 0; i < 10; i++) {
            holding.take(push);
        }
        assertEquals(0, holding.free(Lane.CAN_WAIT));
        assertEquals(10, holding.free(Lane.STATUS));
    }

    /** Counted in pushes, not in time: how many of an agency with a long backlog leave while a quiet one's push waits. */
    @Test
    void quietAgenciesOvertakeTheBacklogOfANoisyOne() {
        fcm.delay(Duration.ofMillis(150));
        dispatch(TestConfig.USUAL);
        var quiet =
                IntStream.range(0, 40).mapToObj(i -> personWith("quiet", "vi")).toList();
        round(quiet, "H01");
        var noisy = IntStream.range(0, 400).mapToObj(i -> People.somebody()).toList();
        registerQuickly(noisy);
        People.tell(
                pool,
                notifications,
                noisy.stream().map(p -> People.news(p, "H99-261008-0001")).toList());
        round(quiet, "H03");
        int overtaken = Integer.parseInt(People.look("""
                select percentile_disc(0.95) within group (order by (
                    select count(*) from notification.delivery n join notification.message w on w.id = n.message_id
                    where w.dossier_code like 'H99%' and n.at > m.created_at and n.at < d.at))
                from notification.delivery d join notification.message m on m.id = d.message_id
                where m.dossier_code like 'H03%'""").getFirst());
        assertTrue(overtaken <= 100, () -> overtaken + " of 400 left before; in the order of arrival it is nearly all");
    }

    /** Ten agencies tell four people each, one after the other. */
    private void round(List<Person> people, String prefix) {
        for (int i = 0; i < people.size(); i++) {
            tell(people.get(i).key(), "%s.%02d-261008-0001".formatted(prefix, i % 10));
        }
        await(() -> people.stream()
                .allMatch(p -> People.look(
                                        "select 1 from notification.delivery d join notification.message m on m.id = d.message_id"
                                                + " where m.person_key = ? and m.dossier_code like ?",
                                        p.key().value(),
                                        prefix + "%")
                                .size()
                        == 1));
    }

    private static void registerQuickly(List<PersonKey> people) {
        People.change(
                """
                insert into notification.device
                    (installation_id, person_key, fcm_token, platform, locale, registered_at, last_contact_at)
                select 'noisy-' || p, p, 'noisy-' || p, 'ANDROID', 'VI', now(), now() from unnest(?::uuid[]) as p
                """, (Object) people.stream().map(p -> p.value().toString()).toArray(String[]::new));
    }

    private void tell(Person person, String agency, int pushes) {
        People.tell(
                pool,
                notifications,
                IntStream.range(0, pushes)
                        .mapToObj(i -> People.news(person.key(), "%s-261008-%04d".formatted(agency, i)))
                        .toList());
    }

    private void tell(PersonKey person, String code) {
        People.tell(pool, notifications, List.of(People.news(person, code)));
    }
}
