package vn.motcua.identity;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells callers without an account apart by the network they come from, as a keyed hash: addresses are personal data. */
@Singleton
public class ClientNetworks {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> proxies;
    private final int ipv4Prefix;
    private final int ipv6Prefix;
    private final Secrets secrets;

    ClientNetworks(NetworkConfig config, Secrets secrets) {
        this.proxies = config.trustedProxies().orElse(List.of()).stream()
                .map(Network::parse)
                .toList();
        this.ipv4Prefix = config.ipv4Prefix();
        this.ipv6Prefix = config.ipv6Prefix();
        this.secrets = secrets;
    }

    /** The network of the caller: the nearest address that no proxy of ours has. */
    public long of(HttpServerRequest request) {
        return key(
                caller(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR)));
    }

    /**
     * Reads the header from its end, where our own proxies write: what stands further in front was sent by the caller, who
     * may invent it.
     */
    String caller(String peer, List<String> forwardedFor) {
        var nearest = peer;
        var hops = new ArrayList<String>();
        forwardedFor.forEach(line -> hops.addAll(List.of(line.split(","))));
        for (int i = hops.size() - 1; i >= 0 && isOurs(nearest); i--) {
            var hop = withoutPort(hops.get(i).strip());
            if (Network.address(hop).isEmpty()) {
                break;
            }
            nearest = hop;
        }
        return nearest;
    }

    /** A keyed hash of the network of this address; the same on every replica. */
    long key(String address) {
        var network = Network.address(address)
                .map(bytes -> new Network(bytes, bytes.length == 4 ? ipv4Prefix : ipv6Prefix).address())
                .orElseGet(() -> new byte[0]);
        return ByteBuffer.wrap(secrets.hmac(Secrets.Purpose.NETWORK, network)).getLong();
    }

    private boolean isOurs(String address) {
        return !proxies.isEmpty()
                && Network.address(address)
                        .filter(bytes -> proxies.stream().anyMatch(proxy -> proxy.contains(bytes)))
                        .isPresent();
    }

    /** {@code 203.0.113.7:4711} and {@code [2001:db8::7]:4711} as some proxies write them. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return Optional.of(hop)
                .filter(text -> colon > 0 && text.indexOf(':', colon + 1) < 0)
                .map(text -> text.substring(0, colon))
                .orElse(hop);
    }
}
