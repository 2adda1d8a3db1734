package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.net.Cidr;
import org.culvert.net.Transport;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.DataSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.TlsSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From lines to the spec that the helper gets, or to the failure and its line. */
class ConnectingTest {
    @Test
    void aWholeProfileOfACompanyBecomesASpec() {
        ConnectSpec spec = Read.spec(Read.text(Read.fixture("office.ovpn")));

        assertEquals(
                List.of("vpn.office.example:1194:UDP", "vpn.office.example:443:TCP"), places(spec));
        assertInstanceOf(ControlWrapping.TlsCrypt.class, spec.wrapping());
        assertTrue(spec.tls().identity().isPresent());
        assertEquals(
                Optional.of(new TlsSpec.NameCheck(TlsSpec.NameCheck.Form.NAME, "vpn office")),
                spec.tls().check().name());
        assertTrue(spec.tls().check().serverUsage());
        assertEquals(List.of("AES-256-GCM", "AES-128-GCM", "AES-256-CBC"), spec.data().ciphers());
        assertEquals("SHA256", spec.data().digest());
        assertEquals(1400, spec.remotes().getFirst().reach().sizes().tunMtu());
        assertEquals(0, spec.timers().renegotiate());
        assertEquals(10, spec.timers().ping());
        assertEquals(60, spec.timers().pingRestart());
        assertEquals(2, spec.remotes().getFirst().reach().exitNotify());
        assertTrue(spec.signIn().userPassword());
        assertEquals(
                List.of(Cidr.literal("10.20.0.0/16")),
                spec.routing().routes().stream().map(route -> route.destination()).toList());
        assertEquals(List.of("office.example"), spec.routing().dns().searchDomains());
    }

    @Test
    void connectionBlocksComeFirstAndBeginWithWhatStandsAboveThem() {
        assertEquals(
                List.of(
                        "first.example:1300:TCP",
                        "second.example:443:UDP",
                        "third.example:1400:TCP",
                        "fourth.example:53:UDP"),
                places(Read.spec(Read.text(Read.fixture("connections.ovpn")))));
    }

    private static List<String> places(ConnectSpec spec) {
        return spec.remotes().stream()
                .map(r -> r.host() + ":" + r.port() + ":" + r.transport())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "remote a.example, a.example:1194:UDP",
        "remote a.example https tcp, a.example:443:TCP",
        "remote a.example:53, a.example:53:UDP",
        "remote [2001:db8::1]:443, 2001:db8::1:443:UDP",
        "remote 2001:db8::1, 2001:db8::1:1194:UDP",
        "remote b\u00fccher.example, xn--bcher-kva.example:1194:UDP",
    })
    void aServerMayBeWrittenInManyWays(String line, String expected) {
        Remote remote = Read.spec(Read.client(line)).remotes().getLast();

        assertEquals(expected, remote.host() + ":" + remote.port() + ":" + remote.transport());
    }

    @Test
    void adaptiveTriesBothTransportsAndProtoForceLeavesOne() {
        assertEquals(2, Read.spec(Read.client("proto adaptive")).remotes().size());
        assertEquals(
                List.of(Transport.TCP),
                Read.spec(Read.client("proto adaptive", "proto-force tcp")).remotes().stream()
                        .map(Remote::transport)
                        .toList());
    }

    @Test
    void anExtraKeyTakesItsDirectionFromEitherPlaceInAnyOrder() {
        String key = Read.block("tls-auth", "extra.key");
        for (String text :
                List.of(
                        key + "key-direction 1",
                        "key-direction 1\n" + key,
                        "tls-auth [inline] 1\n" + key,
                        key + "tls-auth [[INLINE]] 1")) {
            var wrapping = Read.spec(Read.client(text)).wrapping();

            var auth = assertInstanceOf(ControlWrapping.TlsAuth.class, wrapping, text);
            assertEquals(OptionalInt.of(1), auth.direction(), text);
        }
        var both = (ControlWrapping.TlsAuth) Read.spec(Read.client(key)).wrapping();
        assertEquals(OptionalInt.empty(), both.direction());
    }

    @Test
    void anExtraKeyInAConnectionBlockIsUsedAndTwoDifferentOnesAreNot() {
        String key = Read.block("tls-crypt", "extra.key");
        String other = key.replaceFirst("[0-9a-f]{32}", "0".repeat(32));
        String first = "<connection>\nremote a.example\n" + key + "</connection>";
        String second = "<connection>\nremote b.example\n" + other + "</connection>";

        var wrapping = Read.spec(Read.client(first)).wrapping();

        assertInstanceOf(ControlWrapping.TlsCrypt.class, wrapping);
        assertEquals(FailureCode.CFG_1, Read.blocked(Read.client(first, second)).code());
    }

    @Test
    void eachBlockMayHaveAProxyOfItsOwnButNotTwo() {
        String socks = "<connection>\nremote a.example\nsocks-proxy p.example\n</connection>";
        String http = "<connection>\nremote b.example 443 tcp\nhttp-proxy q.example 8080\n";

        Profile one = Read.client(socks, http + "</connection>");
        Profile two = Read.client(http + "socks-proxy p.example\n</connection>");

        assertEquals(3, Read.spec(one).remotes().size());
        assertEquals(List.of(Read.FIRST_LINE + 2 + " http-proxy CONFLICT"), Read.problems(two));
    }

    @Test
    void anOldNameIsASubjectOrTheBeginningOfAName() {
        assertEquals("SUBJECT C=DE, O=a/b, CN=vpn", oldName("/C=DE/O=a/b/CN=vpn"));
        assertEquals("SUBJECT CN=vpn", oldName("CN=vpn"));
        assertEquals("NAME_PREFIX vpn-", oldName("vpn-"));
    }

    private static String oldName(String word) {
        var name = Read.spec(Read.client("tls-remote " + word)).tls().check().name().orElseThrow();
        return name.form() + " " + name.text();
    }

    @Test
    void withoutNegotiationOnlyTheNamedCipherIsOffered() {
        var alone = Read.spec(Read.client("ncp-disable", "cipher AES-256-CBC")).data();
        var negotiated = Read.spec(Read.client("cipher AES-256-CBC")).data();

        assertEquals(List.of("AES-256-CBC"), alone.ciphers());
        assertEquals(4, negotiated.ciphers().size());
    }

    @Test
    void severalAuthoritiesAndIntermediatesAreJoined() {
        Profile profile =
                Read.client(
                        Read.block("ca", "ca2.crt"),
                        Read.block("cert", "client.crt"),
                        Read.block("key", "client.key"),
                        Read.block("extra-certs", "ca2.crt"));

        TlsSpec tls = Read.spec(profile).tls();

        assertEquals(3, tls.ca().split("BEGIN CERTIFICATE", -1).length);
        assertEquals(
                3,
                tls.identity().orElseThrow().certificates().split("BEGIN CERTIFICATE", -1).length);
    }

    @Test
    void indentedPemIsRead() {
        String indented = Read.fixture("ca.crt").indent(4);

        assertFalse(Read.spec(Read.client("<ca>\n" + indented + "</ca>")).tls().ca().isEmpty());
    }

    @Test
    void anInlineSignInIsTakenAndABareLineDoesNotUndoIt() {
        var signIn =
                Read.spec(
                                Read.client(
                                        "<auth-user-pass>\nanna\nsecret word\n</auth-user-pass>",
                                        "auth-user-pass"))
                        .signIn();

        assertEquals("anna", signIn.known().orElseThrow().userName());
        assertFalse(signIn.toString().contains("secret word"));
    }

    @Test
    void theOldNameCheckIsTranslated() {
        assertEquals(
                Optional.of(new TlsSpec.NameCheck(TlsSpec.NameCheck.Form.NAME_PREFIX, "vpn-")),
                Read.spec(Read.client("tls-remote vpn-")).tls().check().name());
    }

    @Test
    void everythingIntoTheTunnelMayBeWrittenAsARoute() {
        assertTrue(Read.spec(Read.client("redirect-gateway def1")).routing().redirect());
        assertTrue(Read.spec(Read.client("route 0.0.0.0 0.0.0.0")).routing().redirect());
        assertFalse(Read.spec(Read.client("route 10.0.0.0 255.0.0.0")).routing().redirect());
        assertFalse(
                Read.spec(Read.client("route 0.0.0.0 0.0.0.0 net_gateway")).routing().redirect());
    }

    @ParameterizedTest
    @CsvSource({
        "comp-lzo no, LZO_STUB",
        "comp-lzo, LZO_STUB",
        "compress, STUB",
        "compress stub-v2, STUB_V2",
        "nobind, NONE"
    })
    void compressionIsOnlyEverAFraming(String line, DataSpec.CompressionStub stub) {
        assertEquals(stub, Read.spec(Read.client(line)).data().compressionStub());
    }

    @Test
    void namesForRoutingOnlyAreApartFromThoseForSearch() {
        var dns =
                Read.spec(
                                Read.client(
                                        "dhcp-option DNS 10.0.0.53",
                                        "dhcp-option DOMAIN-SEARCH a.example",
                                        "dhcp-option DOMAIN-ROUTE b.example"))
                        .routing()
                        .dns();

        assertEquals(List.of("a.example"), dns.searchDomains());
        assertEquals(List.of("b.example"), dns.routingDomains());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    dev tap                          ; CFG_1
                    fragment 1300                    ; CFG_1
                    remote-cert-tsl server           ; CFG_1
                    verify-x509-name "open           ; CFG_1
                    remote 1.2.3.4:80@sni.example 80 ; CFG_1
                    cipher none                      ; CIP_1
                    auth none                        ; CIP_1
                    data-ciphers BF-CBC              ; CIP_1
                    server 10.0.0.0 255.0.0.0        ; CFG_5
                    tls-crypt absent.key             ; CFG_6
                    cert absent.crt                  ; CFG_6
                    """)
    void whatStopsAConnectSaysItsLine(String line, FailureCode code) {
        Profile profile = Read.client(line.strip());

        Failure failure = Read.blocked(profile);

        assertEquals(code, failure.code());
        assertTrue(failure.toString().contains("line=" + Read.FIRST_LINE + "]"), failure::toString);
    }

    @Test
    void aServersFileIsNamedAsOneWhateverElseIsWrong() {
        assertEquals(
                FailureCode.CFG_5,
                Read.blocked(Read.text("ca ca.crt\ndev tap\nserver 10.0.0.0 255.0.0.0\n")).code());
    }

    @Test
    void aFileWithoutAServerIsAPartMissing() {
        assertEquals(
                new Failure.PartMissing(
                        new Failure.Place("test.ovpn", 0), "remote", Optional.empty()),
                Read.blocked(Read.text("client\n" + Read.block("ca", "ca.crt"))));
    }

    @Test
    void aPartThatIsNoneIsMissing() {
        assertEquals(
                FailureCode.CFG_6,
                Read.blocked(Read.client("<tls-crypt>\nnothing\n</tls-crypt>")).code());
        assertEquals(
                FailureCode.CFG_6,
                Read.blocked(Read.text("client\nremote h\n<ca>\nplaceholder\n</ca>\n")).code());
    }

    @Test
    void aKeyMustBelongToItsCertificate() {
        Profile good =
                Read.client(Read.block("cert", "client.crt"), Read.block("key", "client.key"));
        Profile bad = Read.client(Read.block("cert", "client.crt"), Read.block("key", "other.key"));

        assertTrue(Read.spec(good).tls().identity().isPresent());
        assertInstanceOf(Failure.KeyMismatch.class, Read.blocked(bad));
    }

    @Test
    void keysAndPasswordsAreInNoText() {
        Profile profile =
                Read.text(
                        Read.fixture("office.ovpn")
                                + "<auth-user-pass>\nanna\nsecret word\n</auth-user-pass>\n");
        String all = profile + " " + Read.spec(profile);

        for (String secret : List.of("secret word", line("client.key", 1), line("extra.key", 5))) {
            assertFalse(all.contains(secret), secret);
        }
    }

    private static String line(String fixture, int number) {
        return Read.fixture(fixture).lines().skip(number).findFirst().orElseThrow();
    }
}
