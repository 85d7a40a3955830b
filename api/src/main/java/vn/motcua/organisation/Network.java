package vn.motcua.organisation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A network in CIDR form: all addresses that begin with the same bits. */
record Network(byte[] address, int bits) {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)/(\\d{1,3})");

    /** Reads {@code 10.0.0.0/8} or {@code fc00::/7}; anything else is a fault of the configuration. */
    static Network parse(String text) {
        var match = FORM.matcher(text.strip());
        if (match.matches()) {
            try {
                var address = InetAddress.getByName(match.group(1)).getAddress();
                int bits = Integer.parseInt(match.group(2));
                if (bits <= address.length * 8) {
                    return new Network(address, bits);
                }
            } catch (UnknownHostException notAnAddress) {
                // Falls through: the form is right, the address is not.
            }
        }
        throw new IllegalStateException("not a network, write it like 10.0.0.0/8: " + text);
    }

    /** An IPv4 address in IPv6 clothes (::ffff:a.b.c.d) is an IPv4 address to Java already. */
    boolean contains(InetAddress other) {
        var bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >>> (i % 8);
            if ((bytes[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
