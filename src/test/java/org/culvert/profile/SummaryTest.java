package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

class SummaryTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final ZoneId ZONE = ZoneOffset.UTC;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verb 3                              | Traffic: The server says what uses the VPN
                    redirect-gateway def1               | Traffic: Everything will use the VPN
                    route 0.0.0.0 0.0.0.0               | Traffic: Everything will use the VPN
                    route-nopull                        | Traffic: Nothing: the profile names no network
                    route-nopull~route 10.1.0.0 255.255.0.0~route-ipv6 fd00::/8 | Traffic: Only 10.1.0.0/16, fd00::/8
                    route 10.1.0.0 255.255.0.0          | Traffic: What the server says, and 10.1.0.0/16
                    verb 3                              | Sign-in: Nothing is asked
                    auth-user-pass                      | Sign-in: User name and password
                    auth-user-pass~static-challenge x 1 | Sign-in: User name and password, a code
                    <auth-user-pass>~a~b~</auth-user-pass> | Sign-in: User name and password, inside the profile
                    verb 3                              | DNS: As the server says
                    route-nopull                        | DNS: Stays as it is
                    dhcp-option DNS 192.0.2.53          | DNS: The profile’s own: 192.0.2.53; and what the server says
                    route-nopull~dhcp-option DNS 192.0.2.53 | DNS: The profile’s own: 192.0.2.53
                    remote b.example 443 tcp            | Server: vpn.example UDP 1194, b.example TCP 443
                    verify-x509-name vpn name           | Server check: Its certificate must carry the right name
                    verb 3                              | Server check: Its certificate must be for a server
                    cipher AES-256-CBC                  | Legacy: AES-256-CBC: only if the server has nothing better
                    data-ciphers AES-256-GCM:?aes-128-cbc | Legacy: AES-128-CBC: only if the server has nothing better
                    comp-lzo no                         | Legacy: comp-lzo no: never compressed by Culvert
                    tls-version-min 1.0                 | Legacy: TLS 1.0 is too old; TLS 1.2 is the least
                    ns-cert-type server                 | Legacy: ns-cert-type: an old rule to know the server
                    """)
    void saysInPlainWordsWhatAProfileMeans(String lines, String sentence) {
        List<String> said = said(Read.client(lines.replace('~', '\n')), Locale.ENGLISH, NOW);

        assertEquals(true, said.contains(sentence), said::toString);
    }

    @Test
    void whatIsUsualNowIsNoLegacy() {
        Profile profile = Read.client("cipher AES-256-GCM", "compress migrate");

        assertEquals(List.of(), Summary.of(profile).legacy());
    }

    @Test
    void theCertificateHasItsNameAndItsDays() {
        Profile profile = signed();

        assertEquals(
                List.of("Certificate “anna”", "valid until Nov 1, 2126"),
                List.of(
                        text(profile, "Sign-in", Locale.ENGLISH, NOW),
                        text(profile, "Certificate", Locale.ENGLISH, NOW)));
        assertEquals(
                "ended on Nov 1, 2126",
                text(
                        profile,
                        "Certificate",
                        Locale.ENGLISH,
                        Instant.parse("2127-01-01T00:00:00Z")));
        assertEquals(
                "not valid before Nov 25, 2026",
                text(
                        profile,
                        "Certificate",
                        Locale.ENGLISH,
                        Instant.parse("2020-01-01T00:00:00Z")));
        assertEquals("有效期至 2126年11月1日", text(profile, "证书", Locale.SIMPLIFIED_CHINESE, NOW));
    }

    @Test
    void aProfileThatCannotTellItsServerIsRemarked() {
        var summary = Summary.of(Read.text("client\ndev tun\nremote vpn.example\n"));

        assertEquals(
                List.of("Server check"),
                SummaryText.of(summary, Locale.ENGLISH, NOW, ZONE).stream()
                        .filter(SummaryText.Line::remark)
                        .map(SummaryText.Line::name)
                        .toList());
    }

    @Test
    void aServerIsNamedEvenWhereTheWayToItMakesNoSense() {
        Profile profile = Read.client("http-proxy proxy.example 0", "proto tcp");

        assertEquals("vpn.example TCP 1194", text(profile, "Server", Locale.ENGLISH, NOW));
    }

    @Test
    void manyServersAreCounted() {
        Profile profile = Read.client("remote b", "remote c", "remote d", "remote e");

        assertEquals(
                "vpn.example UDP 1194, b UDP 1194, c UDP 1194 and 2 more",
                text(profile, "Server", Locale.ENGLISH, NOW));
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertEquals(
                ResourceBundle.getBundle("org.culvert.profile.Summary", Locale.ROOT).keySet(),
                ResourceBundle.getBundle("org.culvert.profile.Summary", Locale.SIMPLIFIED_CHINESE)
                        .keySet());
    }

    private static Profile signed() {
        return Read.client(
                Read.block("cert", "client.crt").strip(), Read.block("key", "client.key").strip());
    }

    private static String text(Profile profile, String about, Locale locale, Instant now) {
        return SummaryText.of(Summary.of(profile), locale, now, ZONE).stream()
                .filter(line -> line.name().equals(about))
                .map(SummaryText.Line::text)
                .findFirst()
                .orElse("nothing");
    }

    private static List<String> said(Profile profile, Locale locale, Instant now) {
        return SummaryText.of(Summary.of(profile), locale, now, ZONE).stream()
                .map(line -> line.name() + ": " + line.text())
                .toList();
    }
}
