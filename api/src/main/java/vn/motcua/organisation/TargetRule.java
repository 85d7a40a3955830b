package vn.motcua.organisation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.openapi.Text;

/**
 * Which addresses a webhook may call: only what lies on the public internet, so that nobody reaches through us into our own
 * network (IANA's registries of special-purpose addresses, RFC 6890 and later).
 */
@Singleton
class TargetRule {
    private static final int LONGEST = 2_000;
    private static final int ANY_PORT = 0;

    private static final List<Network> NOT_PUBLIC_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local; the metadata services of clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** Everything outside is loopback, link-local, unique local, multicast, mapped, translated (64:ff9b::) or unassigned. */
    private static final Network GLOBAL_6 = Network.parse("2000::/3");

    private static final List<Network> NOT_PUBLIC_6 = networks(
            "2001::/23", // protocol assignments, among them Teredo, which hides an IPv4 address
            "2001:db8::/32",
            "2002::/16", // 6to4, which holds an IPv4 address
            "2620:4f:8000::/48",
            "3fff::/20");

    private final List<Network> allowed;
    private final boolean allowHttp;
    private final Set<Integer> ports;

    @Inject
    TargetRule(OrganisationConfig config) {
        this(
                config.webhook().allowedNetworks().orElse(List.of()),
                config.webhook().allowHttp(),
                config.webhook().ports());
    }

    TargetRule(List<String> allowedNetworks, boolean allowHttp, Set<Integer> ports) {
        this.allowed = networks(allowedNetworks.toArray(String[]::new));
        this.allowHttp = allowHttp;
        this.ports = Set.copyOf(ports);
    }

    /** What is wrong with an address as it is written; empty when nothing is. Where it leads is judged at each call. */
    Optional<Text> fault(String url) {
        if (url.length() > LONGEST) {
            return Optional.of(new Text("Tối đa 2.000 ký tự.", "At most 2,000 characters."));
        }
        URI target;
        try {
            target = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of(new Text("Không phải một URL đúng.", "Not a well-formed URL."));
        }
        boolean https = "https".equalsIgnoreCase(target.getScheme());
        if (!https && !(allowHttp && "http".equalsIgnoreCase(target.getScheme()))) {
            return Optional.of(new Text("URL phải bắt đầu bằng https://.", "The URL must begin with https://."));
        }
        if (target.getHost() == null || target.getRawUserInfo() != null || target.getRawFragment() != null) {
            return Optional.of(new Text(
                    "URL phải có tên máy chủ, không có tài khoản và không có dấu #.",
                    "The URL must name a host, and hold neither an account nor a fragment."));
        }
        if (!ports.contains(ANY_PORT) && !ports.contains(port(target))) {
            return Optional.of(new Text("Cổng này không được phép.", "This port is not allowed."));
        }
        return Optional.empty();
    }

    static int port(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
    }

    /**
     * The address to connect to, out of those that the name has at this moment. One that is not allowed forbids them all: a name
     * that stands for a public and a private address is made to be confused.
     */
    Optional<InetAddress> choose(InetAddress... addresses) {
        return addresses.length > 0 && Arrays.stream(addresses).allMatch(this::mayCall)
                ? Optional.of(addresses[0])
                : Optional.empty();
    }

    private boolean mayCall(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return address.getAddress().length == 4
                ? NOT_PUBLIC_4.stream().noneMatch(network -> network.contains(address))
                : GLOBAL_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }
}
