package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartOptionsTest {
    @Test
    void withoutOptionsEverythingIsBroughtUp() {
        var options = StartOptions.of(List.of(), Map.of("MOTCUA_DATABASE_URL", " "));
        assertTrue(options.identity() && options.demo() && options.ownDatabase() && options.ownIdentity());
    }

    @Test
    void unknownOptionIsToldNotIgnored() {
        var trouble = assertThrows(Trouble.class, () -> StartOptions.of(List.of("--no-demos"), Map.of()));
        assertTrue(trouble.getMessage().contains("--no-demos"));
    }

    @Test
    void addressesFromOutsideReplaceTheParts() {
        var options = StartOptions.of(
                List.of("--no-demo"),
                Map.of("MOTCUA_DATABASE_URL", "postgresql://db/x", "MOTCUA_OIDC_URL", "https://id.example/realms/x"));
        assertFalse(options.ownDatabase() || options.ownIdentity() || options.demo());
    }

    @Test
    void portThatWasAskedForAndIsTakenIsATrouble() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var options = StartOptions.of(List.of(), Map.of("MOTCUA_PORT", Integer.toString(port)));
            assertTrue(assertThrows(Trouble.class, options::port).getMessage().contains("MOTCUA_PORT"));
            assertTrue(Ports.from(port) > port);
        }
    }

    @Test
    void portMustBeANumber() {
        for (var port : List.of("http", "99999", "-1")) {
            var options = StartOptions.of(List.of(), Map.of("MOTCUA_PORT", port));
            assertThrows(Trouble.class, options::port, port);
        }
        assertFalse(StartOptions.of(List.of("--no-identity"), Map.of()).identity());
    }
}
