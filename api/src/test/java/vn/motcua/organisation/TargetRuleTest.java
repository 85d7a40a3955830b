package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetRuleTest {
    private final TargetRule rule = new TargetRule(List.of(), false, Set.of(443, 8443));

    @Test
    void noAddressInsideMayBeCalled() throws UnknownHostException {
        for (var inside : new String[] {
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.192",
            "198.18.0.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:a9fe:a9fe",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "2001::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1"
        }) {
            assertTrue(rule.choose(InetAddress.getByName(inside)).isEmpty(), inside);
        }
    }

    @Test
    void publicAddressesMayBeCalled() throws UnknownHostException {
        for (var outside : new String[] {
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "203.162.0.1",
            "2400:cb00::1",
            "2a00::1"
        }) {
            assertEquals(
                    InetAddress.getByName(outside),
                    rule.choose(InetAddress.getByName(outside)).orElseThrow());
        }
    }

    @Test
    void aNameWithOnePrivateAddressAmongItsPublicOnesIsRefused() throws UnknownHostException {
        assertTrue(rule.choose(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"))
                .isEmpty());
        assertTrue(rule.choose().isEmpty());
    }

    @Test
    void anAllowedNetworkMayBeCalledAndItsNeighboursMayNot() throws UnknownHostException {
        var intranet = new TargetRule(List.of("10.20.0.0/15", "fd12::/16"), false, Set.of(443));
        assertTrue(intranet.choose(InetAddress.getByName("10.21.255.1")).isPresent());
        assertTrue(intranet.choose(InetAddress.getByName("fd12::9")).isPresent());
        assertTrue(intranet.choose(InetAddress.getByName("10.22.0.1")).isEmpty());
        assertTrue(intranet.choose(InetAddress.getByName("fd13::9")).isEmpty());
        assertTrue(intranet.choose(InetAddress.getByName("127.0.0.1")).isEmpty());
    }

    @Test
    void onlyHttpsOnTheAllowedPortsWithoutAccountOrFragment() {
        for (var good :
                new String[] {"https://firm.example/a", "https://firm.example:8443", "HTTPS://firm.example/x?y=z"}) {
            assertTrue(rule.fault(good).isEmpty(), good);
        }
        for (var bad : new String[] {
            "http://firm.example/",
            "ftp://firm.example/",
            "file:///etc/passwd",
            "https://firm.example:22/",
            "https://user:word@firm.example/",
            "https://firm.example/#x",
            "https:///x",
            "https:firm",
            "//firm.example",
            "firm.example",
            "https://fi rm.example/",
            "",
            "https://firm.example/" + "a".repeat(2_000)
        }) {
            assertFalse(rule.fault(bad).isEmpty(), bad);
        }
        var open = new TargetRule(List.of(), true, Set.of(0));
        assertTrue(open.fault("http://firm.example:81/").isEmpty());
    }

    @Test
    void aNetworkThatIsNoneStopsTheProgram() {
        for (var bad : new String[] {"10.0.0.0", "10.0.0.0/33", "ten/8", "", "::/129", "10.0.0/8/8"}) {
            assertThrows(IllegalStateException.class, () -> Network.parse(bad), bad);
        }
    }
}
