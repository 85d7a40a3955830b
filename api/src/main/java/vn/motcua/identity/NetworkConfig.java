package vn.motcua.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the service tells where a request came from. */
@ConfigMapping(prefix = "motcua.network")
public interface NetworkConfig {
    /**
     * Proxies in front of the service, as addresses or networks ({@code 10.0.0.0/8}). Only what they add to
     * {@code X-Forwarded-For} is believed; without any, the header is not looked at.
     */
    Optional<List<String>> trustedProxies();

    /** How much of an IPv4 address names one subscriber; 32 is the whole. */
    @WithDefault("32")
    int ipv4Prefix();

    /** How much of an IPv6 address names one subscriber, who is usually given a whole /64. */
    @WithDefault("64")
    int ipv6Prefix();
}
