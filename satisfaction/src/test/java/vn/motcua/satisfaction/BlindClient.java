package vn.motcua.satisfaction;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** What an app does (RFC 9474, section 4): prepare, blind, finalise. */
final class BlindClient {
    private static final int HASH = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BlindClient() {}

    /** A ticket that the service has not seen: the prepared message, and what unblinds the signature. */
    record Blinded(byte[] message, byte[] blinded, BigInteger inverse) {
        byte[] finish(RSAPublicKey key, byte[] blindSignature) {
            var modulus = key.getModulus();
            var signature = new BigInteger(1, blindSignature).multiply(inverse).mod(modulus);
            return BlindRsa.fixed(signature, BlindRsa.bytes(modulus));
        }
    }

    static Blinded newTicket(RSAPublicKey key) {
        var modulus = key.getModulus();
        BigInteger blind;
        do {
            blind = new BigInteger(modulus.bitLength() - 1, RANDOM);
        } while (!blind.gcd(modulus).equals(BigInteger.ONE));
        return blind(key, random(BlindRating.MESSAGE_BYTES), random(HASH), blind.modInverse(modulus));
    }

    static Blinded blind(RSAPublicKey key, byte[] prepared, byte[] salt, BigInteger inverse) {
        var modulus = key.getModulus();
        var power = inverse.modInverse(modulus).modPow(key.getPublicExponent(), modulus);
        var blinded = encoded(key, prepared, salt).multiply(power).mod(modulus);
        return new Blinded(prepared, BlindRsa.fixed(blinded, BlindRsa.bytes(modulus)), inverse);
    }

    /** EMSA-PSS-ENCODE (RFC 8017, section 9.1.1), of one bit less than the modulus has. */
    static BigInteger encoded(RSAPublicKey key, byte[] message, byte[] salt) {
        int bits = key.getModulus().bitLength() - 1;
        var whole = new byte[(bits + 7) / 8];
        var hash = hash(new byte[8], hash(message), salt);
        int masked = whole.length - HASH - 1;
        whole[masked - salt.length - 1] = 1;
        System.arraycopy(salt, 0, whole, masked - salt.length, salt.length);
        var mask = mask(hash, masked);
        for (int i = 0; i < masked; i++) {
            whole[i] ^= mask[i];
        }
        whole[0] &= (byte) (0xff >>> (8 * whole.length - bits));
        System.arraycopy(hash, 0, whole, masked, HASH);
        whole[whole.length - 1] = (byte) 0xbc;
        return new BigInteger(1, whole);
    }

    private static byte[] mask(byte[] seed, int length) {
        var blocks = ByteBuffer.allocate(length + HASH);
        for (int i = 0; blocks.position() < length; i++) {
            blocks.put(hash(seed, ByteBuffer.allocate(4).putInt(i).array()));
        }
        return Arrays.copyOf(blocks.array(), length);
    }

    private static byte[] hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-384");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
