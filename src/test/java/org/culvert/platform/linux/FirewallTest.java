package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.plan.NetworkPlan.FullTunnel;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class FirewallTest {
    private static final Optional<String> DEVICE = Optional.of("culvert0");
    private static final List<Cidr> LAN = List.of(Cidr.literal("192.168.1.0/24"));

    private static FullTunnel tunnel(String server, boolean killSwitch, boolean lan) {
        return new FullTunnel(
                Optional.of(new Endpoint(IpAddress.literal(server), 1194)),
                Transport.UDP,
                false,
                0x6376,
                killSwitch,
                lan,
                true,
                true);
    }

    @Test
    void onlyMarkedPacketsReachTheServerAndOnlyItsPort() {
        String rules = Firewall.render(DEVICE, tunnel("192.0.2.1", true, true), LAN);

        assertTrue(rules.contains("policy drop"), rules);
        assertTrue(
                rules.contains("meta mark 25462 ip daddr 192.0.2.1 udp dport 1194 accept"), rules);
        assertTrue(rules.contains("ip saddr 192.0.2.1 udp sport 1194 meta mark set 25462"), rules);
    }

    @Test
    void itsRulesAreCountedAndNotItsChains() {
        String rules = Firewall.render(DEVICE, tunnel("192.0.2.1", true, true), LAN);

        assertEquals(
                1, Firewall.rules(Firewall.render(DEVICE, tunnel("192.0.2.1", false, true), LAN)));
        assertEquals(11, Firewall.rules(rules), rules);
    }

    @Test
    void namesNeverGoToTheLan() {
        String rules = Firewall.render(DEVICE, tunnel("192.0.2.1", true, true), LAN);

        int drop = rules.indexOf("th dport 53 drop");
        assertTrue(drop > 0 && drop < rules.indexOf("192.168.1.0/24"), rules);
    }

    @Test
    void theLanIsClosedWhereItIsNotAllowed() {
        assertFalse(
                Firewall.render(DEVICE, tunnel("192.0.2.1", true, false), LAN).contains("192.168"));
    }

    @Test
    void withoutTheKillSwitchNothingIsDropped() {
        String rules = Firewall.render(DEVICE, tunnel("2001:db8::1", false, true), LAN);

        assertFalse(rules.contains("drop"), rules);
        assertTrue(rules.contains("ip6 saddr 2001:db8::1"), rules);
    }

    @Test
    void beforeAServerIsChosenOnlyNamesMayBeAskedFor() {
        var closed =
                new FullTunnel(
                        Optional.empty(), Transport.UDP, false, 0x6376, true, false, false, false);

        String rules = Firewall.render(Optional.empty(), closed, List.of());

        assertFalse(rules.contains("daddr"), rules);
        assertFalse(rules.contains("culvert0"), rules);
        assertTrue(
                rules.contains("meta mark 25462 meta l4proto { tcp, udp } th dport 53 accept"),
                rules);
    }

    @Test
    void theOldTableGoesInTheSameTransaction() {
        assertTrue(
                Firewall.render(DEVICE, tunnel("192.0.2.1", true, true), LAN)
                        .startsWith("table inet culvert {}\ndelete table inet culvert\n"));
    }

    /** Security R20: rendered from typed values, so no text can mean more than it says. */
    @Test
    void whateverTheValuesTheTextHasNoOtherCharacters() {
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            byte[] address = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(address);
            var tunnel =
                    new FullTunnel(
                            Optional.of(
                                    new Endpoint(
                                            IpAddress.of(address), 1 + random.nextInt(65_535))),
                            i % 2 == 0 ? Transport.UDP : Transport.TCP,
                            i % 3 == 0,
                            random.nextInt(1 << 30),
                            true,
                            true,
                            true,
                            true);
            String text = Firewall.render(Optional.of("culvert" + i % 100), tunnel, LAN);
            assertEquals("", text.replaceAll("[0-9a-z.:/ _{}\",;\n-]", ""));
        }
    }
}
