package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Several replicas on one database; each is made here as the container makes one. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LookupLimitsTest {
    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final Random random = new Random();

    /** A replica of the service, as far as look-ups are limited. */
    private final class Replica {
        final LookupPenalties penalties;
        final ProofLookups proven;
        final LookupLimits limits;

        Replica(TestLimits config) {
            penalties = new LookupPenalties(pool, config);
            proven = new ProofLookups(pool, config, clock);
            limits = new LookupLimits(config, penalties, proven, clock);
        }

        boolean fail(LookupLimits.Try attempt) {
            try {
                limits.enter(attempt).await().indefinitely().failed();
                return true;
            } catch (ProblemException refused) {
                assertEquals(ProblemType.TOO_MANY_REQUESTS, refused.type());
                assertTrue(refused.retryAfter().orElseThrow().toSeconds() >= 1);
                return false;
            }
        }

        int failuresUntilRefused(LookupLimits.Try attempt) {
            int failures = 0;
            while (failures < 1_000 && fail(attempt)) {
                failures++;
            }
            return failures;
        }

        void exchange() {
            penalties.exchange().await().indefinitely();
        }
    }

    private LookupLimits.Try guess(String code, long network) {
        return new LookupLimits.Try(code, code.hashCode() * 31L, network, true);
    }

    private String code() {
        return "H77.01-261008-" + (1_000_000 + random.nextInt(8_000_000));
    }

    @Test
    void aCodeTakesTenFailuresHoweverManyNetworksTry() {
        var replica = new Replica(TestLimits.USUAL);
        var code = code();
        int failures = 0;
        while (failures < 100 && replica.fail(guess(code, random.nextLong()))) {
            failures++;
        }
        assertEquals(10, failures);
    }

    @Test
    void whatOneReplicaCountedTheOthersKnow() {
        var one = new Replica(TestLimits.USUAL);
        var other = new Replica(TestLimits.USUAL);
        var third = new Replica(TestLimits.USUAL);
        var code = code();
        for (int i = 0; i < 6; i++) {
            assertTrue(one.fail(guess(code, random.nextLong())));
            assertTrue(i > 3 || other.fail(guess(code, random.nextLong())));
        }
        one.exchange();
        other.exchange();
        one.exchange();
        third.exchange();
        for (var replica : new Replica[] {one, other, third}) {
            assertEquals(0, replica.failuresUntilRefused(guess(code, random.nextLong())));
        }
    }

    @Test
    void aNetworkTakesThirtyFailuresHoweverManyCodesItTries() {
        var replica = new Replica(TestLimits.USUAL);
        long network = random.nextLong();
        int failures = 0;
        while (failures < 1_000 && replica.fail(guess(code(), network))) {
            failures++;
        }
        assertEquals(30, failures);
    }

    @Test
    void rightProofsCostNothing() {
        var replica = new Replica(TestLimits.USUAL);
        var attempt = guess(code(), random.nextLong());
        for (int i = 0; i < 200; i++) {
            replica.limits.enter(attempt).await().indefinitely().giveBack();
        }
        assertEquals(10, replica.failuresUntilRefused(attempt));
    }

    @Test
    void tryingAtTheSameMomentDoesNotOutrunTheCount() {
        var replica = new Replica(TestLimits.USUAL);
        var attempt = guess(code(), random.nextLong());
        for (int i = 0; i < 10; i++) {
            replica.limits.enter(attempt).await().indefinitely(); // not answered yet
        }
        assertThrows(
                ProblemException.class,
                () -> replica.limits.enter(attempt).await().indefinitely());
    }

    @Test
    void aCodeUnderAttackStillOpensForTheSecretOfTheReceipt() {
        var replica = new Replica(TestLimits.USUAL);
        var code = code();
        replica.failuresUntilRefused(guess(code, random.nextLong()));
        var owner = new LookupLimits.Try(code, code.hashCode() * 31L, random.nextLong(), false);
        replica.limits.enter(owner).await().indefinitely().giveBack();
    }

    @Test
    void aNetworkThatOnceHadTheRightProofIsNotShutOutByStrangers() {
        var replica = new Replica(TestLimits.USUAL);
        var code = code();
        long home = random.nextLong();
        replica.proven.note(code, home);
        replica.proven.write().await().indefinitely();
        assertEquals(10, replica.failuresUntilRefused(guess(code, random.nextLong())));
        replica.limits.enter(guess(code, home)).await().indefinitely().giveBack();
        assertEquals(10, replica.failuresUntilRefused(guess(code, home)), "but it is limited itself");
    }

    @Test
    void beyondTheFailuresOfTheWholeLandOnlyASpotlessNetworkMayTryOnce() {
        var replica = new Replica(TestLimits.STRICT_OVERALL);
        for (int i = 0; i < 20; i++) {
            assertTrue(replica.fail(guess(code(), random.nextLong())));
        }
        long network = random.nextLong();
        assertEquals(1, replica.failuresUntilRefused(guess(code(), network)));
        var owner = guess(code(), random.nextLong());
        replica.limits.enter(owner).await().indefinitely().giveBack();
        replica.limits.enter(owner).await().indefinitely().giveBack();
    }
}
