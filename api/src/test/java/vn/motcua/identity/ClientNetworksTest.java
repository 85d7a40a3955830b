package vn.motcua.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientNetworksTest {
    private static final Secrets SECRETS = new Secrets(() -> "local-test-only-0123456789abcdef0123456789abcdef");

    private final ClientNetworks direct = networks();
    private final ClientNetworks behindProxies = networks("10.0.0.0/8", "fd00::/8", "203.0.113.9");

    @Test
    void oneSubscriberIsOneIpv4AddressOrA64OfIpv6() {
        assertNotEquals(direct.key("203.0.113.7"), direct.key("203.0.113.8"));
        assertEquals(direct.key("2001:db8:1:2::1"), direct.key("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertEquals(direct.key("2001:db8:1:2::1"), direct.key("2001:0db8:0001:0002:0:0:0:9"));
        assertNotEquals(direct.key("2001:db8:1:2::1"), direct.key("2001:db8:1:3::1"));
    }

    @Test
    void ipv4WrittenAsIpv6IsTheSameSubscriber() {
        assertEquals(direct.key("203.0.113.7"), direct.key("::ffff:203.0.113.7"));
        assertNotEquals(direct.key("::ffff:203.0.113.7"), direct.key("::ffff:203.0.113.8"));
    }

    @Test
    void withoutTrustedProxiesNobodyMayNameAnotherAddress() {
        assertEquals("198.51.100.1", direct.caller("198.51.100.1", List.of("203.0.113.7")));
    }

    @Test
    void theNearestAddressThatIsNoProxyOfOursIsTheCaller() {
        assertEquals("203.0.113.7", behindProxies.caller("10.1.1.1", List.of("203.0.113.7")));
        assertEquals("203.0.113.7", behindProxies.caller("fd00::1", List.of("203.0.113.7, 203.0.113.9", "10.2.2.2")));
    }

    @Test
    void whatTheCallerInventsInFrontIsNotBelieved() {
        assertEquals("203.0.113.7", behindProxies.caller("10.1.1.1", List.of("192.0.2.1, 10.3.3.3, 203.0.113.7")));
        assertEquals("198.51.100.1", behindProxies.caller("198.51.100.1", List.of("203.0.113.7")));
    }

    @Test
    void whatIsNoAddressEndsTheSearch() {
        assertEquals("10.1.1.1", behindProxies.caller("10.1.1.1", List.of("203.0.113.7, unknown")));
        assertEquals("10.1.1.1", behindProxies.caller("10.1.1.1", List.of("")));
        assertEquals("10.1.1.1", behindProxies.caller("10.1.1.1", List.of()));
    }

    @Test
    void portsThatProxiesAddAreLeftOut() {
        assertEquals("203.0.113.7", behindProxies.caller("10.1.1.1", List.of("203.0.113.7:4711")));
        assertEquals("2001:db8::7", behindProxies.caller("10.1.1.1", List.of("[2001:db8::7]:4711")));
    }

    @Test
    void aProxyThatIsNoNetworkStopsTheStart() {
        for (var wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/x", "")) {
            assertThrows(IllegalArgumentException.class, () -> networks(wrong), wrong);
        }
    }

    private static ClientNetworks networks(String... proxies) {
        return new ClientNetworks(
                new NetworkConfig() {
                    @Override
                    public Optional<List<String>> trustedProxies() {
                        return proxies.length == 0 ? Optional.empty() : Optional.of(List.of(proxies));
                    }

                    @Override
                    public int ipv4Prefix() {
                        return 32;
                    }

                    @Override
                    public int ipv6Prefix() {
                        return 64;
                    }
                },
                SECRETS);
    }
}
