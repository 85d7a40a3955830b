package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceUnderTestTest {
    @Test
    void comesBackAtTheSameAddressAfterKill9() {
        try (var service = ServiceUnderTest.start("restart", Map.of())) {
            var address = service.baseUri();
            long pid = service.pid();
            service.kill9();
            assertFalse(service.isAlive());

            service.restart();

            assertTrue(service.isAlive());
            assertNotEquals(pid, service.pid());
            assertEquals(address, service.baseUri());
        }
    }
}
