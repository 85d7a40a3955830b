package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.Vietnam;

/** The devices that pushes go to: one token per installation, one person per installation, ten installations per person. */
@ApplicationScoped
class Devices {
    static final int MAX_PER_PERSON = 10;
    /** Unique and exclusion violation, deadlock, serialisation: two phones that swap tokens; a second try cures it. */
    private static final Set<String> COLLISIONS = Set.of("23505", "23P01", "40P01", "40001");

    private final Mutiny.SessionFactory sessions;

    Devices(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Registers or renews an installation; its token leaves whichever installation held it. */
    Uni<Device> register(PersonKey owner, String installationId, DeviceRegistration registration) {
        return Uni.createFrom()
                .deferred(() -> sessions.withTransaction(session -> put(session, owner, installationId, registration)))
                .onFailure(Devices::isCollision)
                .retry()
                .withBackOff(Duration.ofMillis(10), Duration.ofMillis(200))
                .atMost(8);
    }

    private Uni<Device> put(
            Mutiny.Session session, PersonKey owner, String installationId, DeviceRegistration registration) {
        // The database keeps microseconds; the answer shall not tell more than a later one.
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return one(session, "installation " + installationId)
                .chain(() -> one(session, "token " + registration.fcmToken()))
                .chain(() -> takeTokenAway(session, registration.fcmToken(), installationId))
                .chain(() -> session.find(RegisteredDevice.class, installationId))
                .chain(known -> {
                    var device = known == null ? new RegisteredDevice(installationId) : known;
                    device.renew(owner, registration, now);
                    return (known == null
                                    ? session.persist(device)
                                    : Uni.createFrom().voidItem())
                            .chain(session::flush)
                            .chain(() -> dropOldest(session, owner))
                            .replaceWith(() -> view(device));
                });
    }

    /** Registrations of the same thing wait for each other until the end of the transaction instead of colliding. */
    private static Uni<Integer> one(Mutiny.Session session, String thing) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:thing, 0))", Integer.class)
                .setParameter("thing", "notification device " + thing)
                .getSingleResult();
    }

    private static Uni<Integer> takeTokenAway(Mutiny.Session session, String token, String installationId) {
        return session.createMutationQuery(
                        "delete from RegisteredDevice where fcmToken = :token and installationId <> :installation")
                .setParameter("token", token)
                .setParameter("installation", installationId)
                .executeUpdate();
    }

    private static Uni<Integer> dropOldest(Mutiny.Session session, PersonKey owner) {
        return session.createMutationQuery("""
                        delete from RegisteredDevice
                        where installationId in (
                            select installationId from RegisteredDevice where personKey = :person
                            order by lastContactAt desc, installationId
                            offset :most rows)
                        """)
                .setParameter("person", owner.value())
                .setParameter("most", MAX_PER_PERSON)
                .executeUpdate();
    }

    /** All of this person's, the one heard of last first. */
    Uni<List<Device>> of(PersonKey owner) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        from RegisteredDevice where personKey = :person order by lastContactAt desc, installationId
                        """, RegisteredDevice.class)
                        .setParameter("person", owner.value())
                        .setMaxResults(MAX_PER_PERSON)
                        .getResultList())
                .map(all -> all.stream().map(Devices::view).toList());
    }

    /** Forgets the installation if it is this person's. */
    Uni<Void> remove(PersonKey owner, String installationId) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                                "delete from RegisteredDevice where installationId = :id and personKey = :person")
                        .setParameter("id", installationId)
                        .setParameter("person", owner.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Device view(RegisteredDevice device) {
        return new Device(
                device.installationId,
                device.platform,
                device.locale,
                device.lastContactAt.atZone(Vietnam.ZONE).toOffsetDateTime());
    }

    private static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && COLLISIONS.contains(refused.getSqlState())) {
                return true;
            }
            if (cause instanceof java.sql.SQLException refused && COLLISIONS.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
