package vn.motcua.satisfaction;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * The signer's and the verifier's half of RSABSSA-SHA384-PSS-Randomized (RFC 9474). The third half, blinding, is the client's;
 * it stands in {@code openapi/blind-tickets}.
 */
final class BlindRsa {
    static final String VARIANT = "RSABSSA-SHA384-PSS-Randomized";
    static final int PREFIX_BYTES = 32;
    private static final int SALT_BYTES = 48;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, SALT_BYTES, 1);

    private BlindRsa() {}

    static KeyPair newKeys(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /**
     * BlindSign: the raw private operation on a number that the signer cannot read. The number comes from outside and may be
     * chosen to measure the time of the exponentiation, so it is multiplied by a random power first; and as a faulty result of
     * the Chinese remainders would give the factors away, the result is checked before it leaves.
     *
     * @return empty when the message is no number below the modulus
     */
    static Optional<byte[]> sign(RSAPrivateCrtKey key, byte[] blinded, SecureRandom random) {
        var modulus = key.getModulus();
        var message = new BigInteger(1, blinded);
        if (blinded.length != bytes(modulus)
                || message.compareTo(modulus) >= 0
                || !message.gcd(modulus).equals(BigInteger.ONE)) {
            return Optional.empty();
        }
        var mask = unit(modulus, random);
        var masked =
                message.multiply(mask.modPow(key.getPublicExponent(), modulus)).mod(modulus);
        var signature = power(key, masked).multiply(mask.modInverse(modulus)).mod(modulus);
        if (!signature.modPow(key.getPublicExponent(), modulus).equals(message)) {
            throw new IllegalStateException("the signature is faulty");
        }
        return Optional.of(fixed(signature, blinded.length));
    }

    private static BigInteger power(RSAPrivateCrtKey key, BigInteger number) {
        var p = key.getPrimeP();
        var q = key.getPrimeQ();
        var modP = number.mod(p).modPow(key.getPrimeExponentP(), p);
        var modQ = number.mod(q).modPow(key.getPrimeExponentQ(), q);
        var step = modP.subtract(modQ).multiply(key.getCrtCoefficient()).mod(p);
        return modQ.add(step.multiply(q));
    }

    private static BigInteger unit(BigInteger modulus, SecureRandom random) {
        while (true) {
            var number = new BigInteger(modulus.bitLength(), random);
            if (number.compareTo(modulus) < 0 && number.gcd(modulus).equals(BigInteger.ONE)) {
                return number;
            }
        }
    }

    /** The JDK's own verification: an unblinded signature is an ordinary RSASSA-PSS one. */
    static boolean verifies(RSAPublicKey key, byte[] message, byte[] signature) {
        if (signature.length != bytes(key.getModulus())) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PSS);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException notOne) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSASSA-PSS", e);
        }
    }

    static RSAPublicKey publicKey(byte[] encoded) {
        try {
            return (RSAPublicKey) factory().generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("a stored key cannot be read", e);
        }
    }

    static RSAPrivateCrtKey privateKey(byte[] encoded) {
        try {
            return (RSAPrivateCrtKey) factory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("a stored key cannot be read", e);
        }
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance("RSA");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    static int bytes(BigInteger modulus) {
        return (modulus.bitLength() + 7) / 8;
    }

    /** Big-endian in exactly that many bytes. */
    static byte[] fixed(BigInteger number, int length) {
        var raw = number.toByteArray();
        var fixed = new byte[length];
        int significant = Math.min(raw.length, length);
        System.arraycopy(raw, raw.length - significant, fixed, length - significant, significant);
        return fixed;
    }
}
