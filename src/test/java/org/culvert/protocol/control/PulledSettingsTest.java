package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.StubFraming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class PulledSettingsTest {
    private static final PullPolicy POLICY =
            new PullPolicy(
                    List.of("AES-256-GCM", "AES-128-GCM"),
                    "",
                    1500,
                    1600,
                    new Keepalive(0, 120),
                    0,
                    List.of(),
                    false,
                    true,
                    DnsSettings.NONE,
                    true);

    @Test
    void readsWhatAServerOfTodayPushes() {
        PulledSettings pulled =
                good(
                        "route-gateway 10.8.0.1,topology subnet,ping 10,ping-restart 60,"
                                + "ifconfig 10.8.0.6 255.255.255.0,peer-id 3,cipher AES-256-GCM,"
                                + "protocol-flags cc-exit tls-ekm,tun-mtu 1400,"
                                + "route 10.9.0.0 255.255.0.0,dhcp-option DNS 10.8.0.1,"
                                + "dhcp-option DOMAIN corp.example");

        TunnelSettings settings = pulled.settings();
        assertEquals(List.of(Cidr.literal("10.8.0.6/24")), settings.addresses());
        assertEquals(Optional.of(IpAddress.literal("10.8.0.1")), settings.gateway());
        assertEquals(List.of(Route.to(Cidr.literal("10.9.0.0/16"))), settings.routes());
        assertEquals(List.of("corp.example"), settings.dns().searchDomains());
        assertEquals(1400, settings.mtu());
        assertEquals(10, settings.keepalive().ping());
        assertEquals(60, settings.keepalive().silence());
        assertTrue(settings.controlExit() && pulled.exporter());
        assertEquals(3, pulled.peerId());
        assertEquals(DataCipher.AES_256_GCM, pulled.cipher());
        assertEquals(List.of(), settings.ignored());
    }

    @Test
    void anOldServersPairIsAPointToPointAddress() {
        TunnelSettings settings = good("ifconfig 10.8.0.6 10.8.0.5,cipher AES-128-GCM").settings();

        assertEquals(List.of(Cidr.literal("10.8.0.6/32")), settings.addresses());
        assertEquals(Optional.of(IpAddress.literal("10.8.0.5")), settings.gateway());
    }

    @ParameterizedTest
    @CsvSource({
        "'cipher BF-CBC', CIP-1",
        "'cipher none', CIP-1",
        "'cipher CHACHA20-POLY1305', CIP-1",
        "'', CIP-1",
        "'cipher AES-256-GCM,compress lz4', CFG-1",
        "'cipher AES-256-GCM,comp-lzo adaptive', CFG-1",
        "'cipher AES-256-GCM,protocol-flags aead-epoch', TLS-2"
    })
    void refusesWhatItCannotHonour(String push, String code) {
        var result = PulledSettings.of(PushWords.options(push), POLICY, "V4");

        Failure failure = assertInstanceOf(PulledSettings.Bad.class, result).failure();
        assertEquals(code, failure.code().text());
    }

    /** Security R55: what was not offered is refused before a data packet is sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "BF-CBC",
                "DES-CBC",
                "DES-EDE3-CBC",
                "RC2-CBC",
                "CAST5-CBC",
                "SEED-CBC",
                "AES-256-CBC",
                "AES-128-CBC",
                "AES-256-CFB",
                "AES-256-OFB",
                "AES-256-CTR",
                "CAMELLIA-256-CBC",
                "AES-192-GCM",
                "CHACHA20-POLY1305",
                "",
                "AES-256-GCM-SIV"
            })
    void aCipherThatWasNotOfferedIsRefused(String name) {
        var result = PulledSettings.of(List.of("cipher " + name), POLICY, "V4");

        assertInstanceOf(PulledSettings.Bad.class, result);
    }

    /** Security R58: nothing that would have to be decompressed is agreed to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comp-lzo",
                "comp-lzo yes",
                "comp-lzo adaptive",
                "compress lzo",
                "compress lz4",
                "compress lz4-v2",
                "compress snappy"
            })
    void compressionIsRefused(String option) {
        var result = PulledSettings.of(List.of("cipher AES-256-GCM", option), POLICY, "V4");

        assertInstanceOf(PulledSettings.Bad.class, result);
    }

    @ParameterizedTest
    @CsvSource({
        "'peer-id 3', true",
        "'peer-id 16777215', false",
        "'peer-id -1', false",
        "'ping 1', false"
    })
    void epochsNeedAPeerId(String option, boolean good) {
        var options = List.of("cipher AES-256-GCM", "protocol-flags tls-ekm aead-epoch", option);

        assertEquals(good, PulledSettings.of(options, POLICY, "V4") instanceof PulledSettings.Good);
    }

    @ParameterizedTest
    @CsvSource({"comp-lzo no, LZO", "compress, SWAP", "compress stub-v2, V2", "verb 3, NONE"})
    void speaksStubFraming(String push, StubFraming framing) {
        assertEquals(framing, good("cipher AES-256-GCM," + push).framing());
    }

    @Test
    void anOldServersCipherComesFromItsOptionsString() {
        var result = PulledSettings.of(List.of(), POLICY, "V4,dev-type tun,cipher AES-128-GCM");

        var good = assertInstanceOf(PulledSettings.Good.class, result);
        assertEquals(DataCipher.AES_128_GCM, good.pulled().cipher());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "route 127.0.0.0 255.0.0.0",
                "route 169.254.1.0 255.255.255.0",
                "route 224.0.0.0 240.0.0.0",
                "route-ipv6 ::1/128",
                "route 0.0.0.0 0.0.0.0",
                "route 10.0.0.0 255.0.255.0",
                "route example.org",
                "route 10.0.0.0 255.0.0.0 net_gateway",
                "redirect-gateway local",
                "redirect-gateway bypass-dns",
                "up /bin/sh",
                "tun-mtu 100",
                "tun-mtu 9001",
                "ping 86401",
                "setenv-safe A b",
                "dhcp-option DNS 127.0.0.1",
                "dhcp-option DOMAIN x;id",
                "ifconfig 1.2.3 4.5.6.7"
            })
    void listsWhatHasNoEffect(String option) {
        TunnelSettings settings = good("cipher AES-256-GCM," + option).settings();

        assertFalse(settings.ignored().isEmpty());
        assertEquals(List.of(), settings.routes());
        assertEquals(DnsSettings.NONE, settings.dns());
        assertEquals(1500, settings.mtu());
    }

    @Test
    void oneBrokenDomainDropsTheWholeDnsSet() {
        var settings =
                good("cipher AES-256-GCM,dhcp-option DNS 10.8.0.1,dhcp-option DOMAIN a..b")
                        .settings();
        assertEquals(DnsSettings.NONE, settings.dns());
    }

    @Test
    void aDnsServerOfTheNewDialectWins() {
        var settings =
                good("cipher AES-256-GCM,dhcp-option DNS 10.8.0.1,"
                                + "dns server 1 address 10.8.0.53:53,"
                                + "dns server 1 resolve-domains corp.example,"
                                + "dns search-domains corp.example")
                        .settings();
        assertEquals(
                new DnsSettings(
                        List.of(IpAddress.literal("10.8.0.53")),
                        List.of("corp.example"),
                        List.of("corp.example")),
                settings.dns());
    }

    @Test
    void aRedirectMakesAFullTunnelAndNoPulledRoutesDoNot() {
        assertTrue(good("cipher AES-256-GCM,redirect-gateway def1").settings().redirectV4());
        assertFalse(good("cipher AES-256-GCM,redirect-gateway def1").settings().redirectV6());
        var noPull =
                new PullPolicy(
                        POLICY.ciphers(),
                        "",
                        1500,
                        1600,
                        new Keepalive(0, 0),
                        0,
                        List.of(),
                        false,
                        false,
                        DnsSettings.NONE,
                        true);
        var result =
                PulledSettings.of(
                        List.of("cipher AES-256-GCM", "redirect-gateway", "route 10.0.0.0"),
                        noPull,
                        "");
        var settings = assertInstanceOf(PulledSettings.Good.class, result).pulled().settings();
        assertFalse(settings.redirectV4());
        assertEquals(List.of(), settings.routes());
    }

    @Test
    void randomPushesNeverThrow() {
        var random = new Random(5);
        String alphabet = "route 10.0.255,-\"'\\ifconfigdns:%pushmtu\u00e9";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PulledSettings.of(PushWords.options(text.toString()), POLICY, text.toString());
            ServerMessage.parse(text.toString());
        }
    }

    private static PulledSettings good(String push) {
        var result = PulledSettings.of(PushWords.options(push), POLICY, "V4");
        return assertInstanceOf(PulledSettings.Good.class, result).pulled();
    }
}
