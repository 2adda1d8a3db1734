package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.spec.PacketSizes;
import org.culvert.spec.PacketSizes.Bound;
import org.culvert.spec.Proxy;
import org.culvert.spec.Reach;
import org.culvert.spec.Remote;
import org.culvert.spec.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** From the lines of a profile to how each of its servers is reached. */
class ReachesTest {
    private static Remote first(String... lines) {
        return Read.spec(Read.client(lines)).remotes().getFirst();
    }

    @Test
    void withoutALineTheDefaultsHold() {
        assertEquals(Reach.DEFAULT, first().reach());
        assertEquals(Retry.DEFAULT, Read.spec(Read.client()).retry());
    }

    @ParameterizedTest
    @CsvSource({"udp, ANY", "udp4, V4", "UDP6, V6", "tcp4-client, V4", "tcp6, V6"})
    void aProtocolMayNameAFamily(String word, Reach.Family family) {
        assertEquals(family, first("proto " + word).reach().family());
    }

    @Test
    void ourOwnEndIsBoundOnlyWhereALineAsksForIt() {
        assertEquals(local(Optional.empty(), 1194), first("bind").reach().local());
        assertEquals(local(Optional.empty(), 5000), first("bind", "port 5000").reach().local());
        assertEquals(local(Optional.empty(), 7), first("lport 7").reach().local());
        var own = Optional.of(IpAddress.literal("192.0.2.1"));
        assertEquals(local(own, 0), first("local 192.0.2.1").reach().local());
        assertEquals(local(own, 9), first("local 192.0.2.1 9").reach().local());
        assertEquals(Optional.empty(), first("lport 0").reach().local());
        assertEquals(Optional.empty(), first("local *").reach().local());
        assertEquals(Optional.empty(), first("nobind").reach().local());
    }

    private static Optional<Reach.Local> local(Optional<IpAddress> address, int port) {
        return Optional.of(new Reach.Local(address, port));
    }

    @Test
    void timesAndRepetitionsAreThoseOfTheProfile() {
        assertEquals(7, first("server-poll-timeout 7").reach().connectTimeout());
        assertEquals(
                5, first("connect-timeout 9", "server-poll-timeout 5").reach().connectTimeout());
        assertTrue(first("float").reach().floating());
        assertEquals(1, first("explicit-exit-notify").reach().exitNotify());
        assertEquals(10, first("explicit-exit-notify 99").reach().exitNotify());
        var spec =
                Read.spec(
                        Read.client(
                                "connect-retry 3 30",
                                "connect-retry-max 4",
                                "resolv-retry 20",
                                "remote-random-hostname"));
        assertEquals(new Retry(true, 3, 30, 4, 20), spec.retry());
        assertEquals(0, Read.spec(Read.client("resolv-retry infinite")).retry().resolving());
    }

    @Test
    void anHttpProxyHasItsHeadersAndAccount() {
        var http =
                (Proxy.Http)
                        proxy(
                                "proto tcp",
                                "http-proxy p.example 8080 auto-nct",
                                "http-proxy-option VERSION 1.1",
                                "http-proxy-option AGENT lab/1",
                                "http-proxy-option CUSTOM-HEADER X-One 1",
                                "http-proxy-option CUSTOM-HEADER \"X-Two: 2\"",
                                "<http-proxy-user-pass>",
                                "anna",
                                "pw",
                                "</http-proxy-user-pass>");

        assertEquals("p.example:8080", http.place());
        assertEquals("1.1", http.version());
        assertFalse(http.basic());
        assertEquals(List.of("X-One: 1", "X-Two: 2", "User-Agent: lab/1"), http.headers());
        assertEquals("anna", http.known().orElseThrow().userName());
    }

    @Test
    void aSocksProxySaysWhetherItAsks() {
        assertEquals(
                new Proxy.Socks("p.example", 1080, false, Optional.empty()),
                proxy("socks-proxy p.example"));
        assertEquals(
                new Proxy.Socks("2001:db8::1", 1081, true, Optional.empty()),
                proxy("socks-proxy 2001:db8::1 1081 file"));
    }

    private static Proxy proxy(String... lines) {
        return first(lines).reach().proxy().orElseThrow();
    }

    @Test
    void aProxyOfABlockIsForThatBlockAlone() {
        var spec =
                Read.spec(
                        Read.client(
                                "<connection>",
                                "remote a.example 443 tcp",
                                "http-proxy p.example 8080",
                                "connect-timeout 3",
                                "</connection>"));

        assertEquals("a.example", spec.remotes().getFirst().host());
        assertTrue(spec.remotes().getFirst().reach().proxy().isPresent());
        assertEquals(3, spec.remotes().getFirst().reach().connectTimeout());
        assertTrue(spec.remotes().getLast().reach().proxy().isEmpty());
        assertEquals(0, spec.remotes().getLast().reach().connectTimeout());
    }

    @Test
    void anHttpProxyLeavesServersOutThatSpeakUdp() {
        var spec = Read.spec(Read.client("http-proxy p.example 8080", "remote b.example 443 tcp"));

        assertEquals(List.of("b.example"), spec.remotes().stream().map(Remote::host).toList());
        assertEquals(Transport.TCP, spec.remotes().getFirst().transport());
    }

    @ParameterizedTest
    @CsvSource({
        "verb 3, 1492, OUTER_PACKET",
        "mssfix, 1492, OUTER_PACKET",
        "mssfix 0, 0, DATAGRAM",
        "mssfix 1400, 1400, DATAGRAM",
        "mssfix 1400 mtu, 1400, OUTER_PACKET",
        "mssfix 1300 fixed, 1300, INNER_PACKET",
        "max-packet-size 1200, 1200, OUTER_PACKET",
        "tun-mtu 1400, 1400, INNER_PACKET",
    })
    void segmentsAreBoundAsTheReferenceBindsThem(String line, int octets, Bound.Of of) {
        assertEquals(new Bound(octets, of), first(line).reach().sizes().mssFix());
    }

    @ParameterizedTest
    @CsvSource({
        "tun-mtu 1400, 1400, 1600",
        "tun-mtu 2000, 2000, 2000",
        "tun-mtu 48000, 9000, 9000",
        "tun-mtu-max 3000, 1500, 3000",
        "tun-mtu-max 1000, 1500, 1500",
    })
    void theDeviceTakesNoMoreThanItCarries(String line, int mtu, int most) {
        PacketSizes sizes = first(line).reach().sizes();

        assertEquals(mtu, sizes.tunMtu());
        assertEquals(most, sizes.tunMtuMax());
    }
}
