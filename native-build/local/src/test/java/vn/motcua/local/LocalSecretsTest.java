package vn.motcua.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {
    @TempDir
    Path folder;

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        var first = LocalSecrets.in(folder).longSecret(LocalSecrets.SERVICE);
        assertTrue(first.length() >= 32);
        assertEquals(first, LocalSecrets.in(folder).longSecret(LocalSecrets.SERVICE));
        assertNotEquals(first, LocalSecrets.in(folder).password(LocalSecrets.DEMO));
        var permissions = Files.getPosixFilePermissions(folder.resolve("secrets"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void keptTokenKeyVerifiesWhatItSignedBefore() {
        var kept = LocalSecrets.in(folder).get(LocalSecrets.TOKEN_KEY, TokenMint::newPrivateKey);
        assertEquals(new TokenMint(kept).publicKey(), new TokenMint(kept).publicKey());
    }
}
