package vn.motcua.identity;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Optional;

/** An address or a range of addresses, IPv4 or IPv6: {@code bits} of {@code address} count, the others are zero. */
record Network(byte[] address, int bits) {
    private static final int IPV4 = 4;
    private static final int MAPPED = 12;

    Network {
        address = masked(address, bits);
    }

    /** A literal address, never a name: nothing is asked of a name server. IPv4 inside IPv6 is IPv4. */
    static Optional<byte[]> address(String literal) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(literal);
        if (bytes == null) {
            return Optional.empty();
        }
        return Optional.of(isMapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED, bytes.length) : bytes);
    }

    /** {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. */
    static Network parse(String text) {
        var parts = text.strip().split("/", 2);
        var bytes = address(parts[0]).orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
        try {
            return new Network(bytes, parts.length == 1 ? bytes.length * 8 : Integer.parseInt(parts[1]));
        } catch (NumberFormatException noLength) {
            throw new IllegalArgumentException("not a network: " + text, noLength);
        }
    }

    boolean contains(byte[] other) {
        return other.length == address.length && Arrays.equals(masked(other, bits), address);
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != MAPPED + IPV4 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] masked(byte[] address, int bits) {
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits of " + address.length * 8);
        }
        var masked = address.clone();
        for (int bit = bits; bit < masked.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return masked;
    }
}
