package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** Against the test vector of RFC 9474 (appendix A.1), which the TypeScript client reads as well. */
class BlindRsaTest {
    private static final Path VECTOR = Path.of("../openapi/blind-tickets/rfc9474.json");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JsonNode vector;
    private final RSAPublicKey publicKey;
    private final RSAPrivateCrtKey privateKey;

    BlindRsaTest() throws IOException, GeneralSecurityException {
        vector = new ObjectMapper().readTree(VECTOR.toFile());
        var p = number("p");
        var q = number("q");
        var e = number("e");
        var one = BigInteger.ONE;
        var d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
        var factory = KeyFactory.getInstance("RSA");
        publicKey = (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(p.multiply(q), e));
        privateKey = (RSAPrivateCrtKey) factory.generatePrivate(new RSAPrivateCrtKeySpec(
                p.multiply(q), e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p)));
    }

    @Test
    void eachStepIsAsTheStandardSays() {
        var prepared = HexFormat.of()
                .parseHex(vector.get("prefix").asText() + vector.get("message").asText());
        var ticket = BlindClient.blind(publicKey, prepared, bytes("salt"), number("inverse"));
        assertArrayEquals(bytes("blindedMessage"), ticket.blinded());
        var blindSignature = BlindRsa.sign(privateKey, ticket.blinded(), RANDOM).orElseThrow();
        assertArrayEquals(bytes("blindSignature"), blindSignature);
        var signature = ticket.finish(publicKey, blindSignature);
        assertArrayEquals(bytes("signature"), signature);
        assertTrue(BlindRsa.verifies(publicKey, prepared, signature));
    }

    @Test
    void whatWasChangedIsNoSignature() {
        var prepared = HexFormat.of()
                .parseHex(vector.get("prefix").asText() + vector.get("message").asText());
        for (int bit : new int[] {0, 7, 2000, 4095}) {
            var signature = bytes("signature");
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(BlindRsa.verifies(publicKey, prepared, signature), "bit " + bit);
        }
        prepared[0] ^= 1;
        assertFalse(BlindRsa.verifies(publicKey, prepared, bytes("signature")));
        assertFalse(BlindRsa.verifies(publicKey, prepared, new byte[3]));
        assertFalse(BlindRsa.verifies(publicKey, prepared, bytes("blindSignature")));
    }

    @Test
    void theRawOperationIsThatOfTheJdk() throws GeneralSecurityException {
        var keys = BlindRsa.newKeys(2048);
        var privateHalf = (RSAPrivateCrtKey) keys.getPrivate();
        for (int i = 0; i < 20; i++) {
            var blinded = BlindClient.newTicket((RSAPublicKey) keys.getPublic()).blinded();
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, privateHalf);
            assertArrayEquals(
                    cipher.doFinal(blinded),
                    BlindRsa.sign(privateHalf, blinded, RANDOM).orElseThrow());
        }
    }

    @Test
    void whatIsNoNumberBelowTheModulusIsNotSigned() {
        int length = BlindRsa.bytes(publicKey.getModulus());
        for (var wrong : new byte[][] {
            {},
            {1},
            new byte[length],
            new byte[length + 1],
            BlindRsa.fixed(publicKey.getModulus(), length),
            BlindRsa.fixed(publicKey.getModulus().add(BigInteger.ONE), length),
            BlindRsa.fixed(privateKey.getPrimeP(), length)
        }) {
            assertTrue(BlindRsa.sign(privateKey, wrong, RANDOM).isEmpty());
        }
    }

    private byte[] bytes(String name) {
        return HexFormat.of().parseHex(vector.get(name).asText());
    }

    private BigInteger number(String name) {
        return new BigInteger(vector.get(name).asText(), 16);
    }
}
