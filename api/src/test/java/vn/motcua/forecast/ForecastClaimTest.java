package vn.motcua.forecast;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ForecastClaimTest {
    /** No replica works for these mornings by itself. */
    private static final LocalDate LONG_AGO = LocalDate.of(2001, 1, 2);

    @Inject
    ForecastStore store;

    @Test
    void oneReplicaDoesTheWorkOfANight() {
        assertTrue(claims(LONG_AGO, Duration.ofHours(1), false));
        assertFalse(claims(LONG_AGO, Duration.ofHours(1), false));
        assertFalse(claims(LONG_AGO, Duration.ofHours(1), true), "not even by hand while it is done");
    }

    @Test
    void theWorkOfADeadReplicaIsTakenOver() {
        var night = LONG_AGO.plusDays(1);
        assertTrue(claims(night, Duration.ofSeconds(-1), false));
        assertTrue(claims(night, Duration.ofHours(1), false));
        assertFalse(claims(night, Duration.ofHours(1), false));
    }

    private boolean claims(LocalDate asOf, Duration lease, boolean again) {
        return store.claim(asOf, lease, again).await().atMost(Duration.ofSeconds(10));
    }
}
