package org.culvert.protocol.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Maker;
import org.culvert.keys.TestPki.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accepts exactly the certificates that the rules of security R51 to R53 accept. */
class ChainVerifierTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Party CA =
            TestPki.make().subject("CN=Test CA").authority().valid(YEAR.negated(), YEAR).self();
    private static final Party RSA_CA =
            TestPki.make()
                    .subject("CN=RSA CA")
                    .key("RSA", 2048, "SHA256withRSA")
                    .authority()
                    .self();
    private static final Party OTHER_CA = TestPki.make().subject("CN=Other").authority().self();
    private static final Party SAME_NAME_CA =
            TestPki.make().subject("CN=Test CA").authority().self();
    private static final PeerCheck NAMED = check(PeerCheck.Form.NAME, "vpn.example");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"names", "usages", "dates", "chains", "strengths", "comparisons"})
    void judges(String what, String verdict, PeerCheck check, List<Party> chain) {
        assertEquals(verdict, verdict(judge(check, List.of(CA, RSA_CA), chain)));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                row("right CA, right name", "ok", server().by(CA)),
                row("right CA, wrong name", "TLS-3", named("CN=evil.example").by(CA)),
                row("right CA, longer name", "TLS-3", named("CN=vpn.example.evil").by(CA)),
                row("right CA, other case", "TLS-3", named("CN=VPN.example").by(CA)),
                row("right CA, name in O", "TLS-3", named("O=vpn.example").by(CA)),
                row(
                        "right CA, name in an earlier CN",
                        "TLS-3",
                        named("CN=vpn.example,CN=x").by(CA)),
                row("right CA, name beside CN", "TLS-3", named("O=vpn.example+CN=x").by(CA)),
                row("right CA, NUL behind name", "TLS-3", named("CN=vpn.example\\00.evil").by(CA)),
                row("wrong CA, right name", "TLS-3", server().by(OTHER_CA)),
                row("wrong CA, wrong name", "TLS-3", named("CN=evil.example").by(OTHER_CA)),
                row("CA of the same name", "TLS-3", server().by(SAME_NAME_CA)),
                row("CA of the same name, sent", "TLS-3", server().by(SAME_NAME_CA), SAME_NAME_CA),
                row("self-signed", "TLS-3", server().self()),
                row("self-signed authority", "TLS-3", server().authority().self()));
    }

    static Stream<Arguments> usages() {
        return Stream.of(
                row("critical server purpose", "ok", server().criticalPurpose().by(CA)),
                row("client purpose", "TLS-3", server().client().by(CA)),
                row("no purpose", "TLS-3", server().noPurpose().by(CA)),
                row("no key usage", "TLS-3", server().noKeyUsage().by(CA)),
                row(
                        "key encipherment only",
                        "ok",
                        server().keyUsage(KeyUsage.keyEncipherment).by(CA)),
                row("key usage for CRLs only", "TLS-3", server().keyUsage(KeyUsage.cRLSign).by(CA)),
                row("Netscape server", "ok", netscape("03020640").by(CA)),
                row("Netscape client", "TLS-3", netscape("03020780").by(CA)),
                row("unknown critical extension", "TLS-3", unknown(true).by(CA)),
                row("unknown plain extension", "ok", unknown(false).by(CA)),
                bare("no purpose, none asked for", "ok", server().noPurpose().by(CA)),
                bare("no key usage, none asked for", "ok", server().noKeyUsage().by(CA)),
                bare("client purpose, none asked for", "TLS-3", server().client().by(CA)));
    }

    static Stream<Arguments> dates() {
        Duration ago = DAY.negated();
        Maker expired = server().valid(ago.multipliedBy(2), ago);
        Maker expiredEvil = named("CN=evil").valid(ago.multipliedBy(2), ago);
        Party oldMiddle = middle().valid(ago.multipliedBy(9), ago).by(CA);
        return Stream.of(
                row("expired", "TLS-5", expired.by(CA)),
                row("not yet valid", "TLS-5", server().valid(DAY, DAY.multipliedBy(2)).by(CA)),
                row("expired and of another CA", "TLS-3", expired.by(OTHER_CA)),
                row("expired and of another name", "TLS-3", expiredEvil.by(CA)),
                row(
                        "expired intermediate",
                        "TLS-5",
                        server().valid(ago.multipliedBy(3), DAY).by(oldMiddle),
                        oldMiddle));
    }

    static Stream<Arguments> chains() {
        Party middle = middle().by(CA);
        Party noAuthority = named("CN=Middle").by(CA);
        Party cannotSign = middle().keyUsage(KeyUsage.digitalSignature).by(CA);
        Party narrow = named("CN=Narrow").authority().pathLength(0).by(CA);
        Party below = middle().by(narrow);
        Party forMail = middle().purpose(KeyPurposeId.id_kp_emailProtection).by(CA);
        Party forServers = middle().purpose(KeyPurposeId.id_kp_serverAuth).by(CA);
        Party[] nine = line(9);
        Party[] eight = line(8);
        return Stream.of(
                row("intermediate sent", "ok", server().by(middle), middle),
                row("intermediate and root sent", "ok", server().by(middle), middle, CA),
                row("root sent first", "ok", server().by(middle), CA, middle),
                row("intermediate missing", "TLS-3", server().by(middle)),
                row("intermediate is no authority", "TLS-3", server().by(noAuthority), noAuthority),
                row("intermediate may not sign", "TLS-3", server().by(cannotSign), cannotSign),
                row("path length kept", "ok", server().by(narrow), narrow),
                row("path length exceeded", "TLS-3", server().by(below), below, narrow),
                row("intermediate for mail", "TLS-3", server().by(forMail), forMail),
                row("intermediate for servers", "ok", server().by(forServers), forServers),
                row("eight certificates", "ok", eight),
                row("nine certificates", "TLS-3", nine));
    }

    static Stream<Arguments> strengths() {
        Party weakMiddle = middle().key("RSA", 1024, "SHA256withRSA").by(CA);
        Party namesake = named("CN=RSA CA").signedWith("SHA1withRSA").by(RSA_CA);
        Party sha1Root =
                named("CN=RSA CA").authority().keys(RSA_CA.keys()).signedWith("SHA1withRSA").self();
        return Stream.of(
                row("RSA 1024", "TLS-3", server().key("RSA", 1024, "SHA256withRSA").by(CA)),
                row("RSA 2048", "ok", server().key("RSA", 2048, "SHA256withRSA").by(CA)),
                row("Ed25519", "ok", server().key("Ed25519", 0, "Ed25519").by(CA)),
                row("intermediate with RSA 1024", "TLS-3", server().by(weakMiddle), weakMiddle),
                row("SHA-1 signature", "TLS-3", server().signedWith("SHA1withRSA").by(RSA_CA)),
                row("MD5 signature", "TLS-3", server().signedWith("MD5withRSA").by(RSA_CA)),
                row("SHA-1 root, sent", "ok", server().by(RSA_CA), sha1Root),
                bare("SHA-1, issuer's own name", "TLS-3", namesake));
    }

    static Stream<Arguments> comparisons() {
        Party server = named("O=Office,CN=vpn.example").by(CA);
        return Stream.of(
                arguments(
                        "prefix", "ok", check(PeerCheck.Form.NAME_PREFIX, "vpn."), List.of(server)),
                arguments(
                        "prefix elsewhere",
                        "TLS-3",
                        check(PeerCheck.Form.NAME_PREFIX, "pn."),
                        List.of(server)),
                arguments(
                        "subject",
                        "ok",
                        check(PeerCheck.Form.SUBJECT, "O=Office, CN=vpn.example"),
                        List.of(server)),
                arguments(
                        "part of subject",
                        "TLS-3",
                        check(PeerCheck.Form.SUBJECT, "CN=vpn.example"),
                        List.of(server)));
    }

    @Test
    void aSelfSignedServerIsAcceptedWhereTheProfileNamesThatVeryCertificate() {
        Party server = server().self();

        assertEquals("ok", verdict(judge(NAMED, List.of(server), List.of(server))));
        assertEquals("TLS-3", verdict(judge(NAMED, List.of(server().self()), List.of(server))));
    }

    @Test
    void anAuthorityOutOfDateIsNoLongerBelieved() {
        Party old = named("CN=Old").authority().valid(YEAR.negated(), DAY.negated()).self();
        Party server = server().valid(DAY.multipliedBy(-2), DAY).by(old);

        assertEquals("TLS-5", verdict(judge(NAMED, List.of(old), List.of(server))));
        assertEquals("TLS-5", verdict(judge(NAMED, List.of(CA, old), List.of(server))));
    }

    @Test
    void anAuthorityIsHeldToItsOwnPathLengthAndKeySize() {
        Party narrow = named("CN=Narrow").authority().pathLength(0).self();
        Party below = middle().by(narrow);
        Party weak = named("CN=Weak").authority().key("RSA", 1024, "SHA256withRSA").self();

        assertEquals("ok", verdict(judge(NAMED, List.of(narrow), List.of(server().by(narrow)))));
        assertEquals(
                "TLS-3",
                verdict(judge(NAMED, List.of(narrow), List.of(server().by(below), below))));
        assertEquals("TLS-3", verdict(judge(NAMED, List.of(weak), List.of(server().by(weak)))));
    }

    @Test
    void aClientsCertificateIsJudgedAsOne() {
        var clients = new PeerCheck(Optional.of(PeerCheck.Usage.CLIENT), Optional.empty());
        var verifier = verifier(clients, List.of(CA), PeerCheck.Usage.CLIENT);

        assertEquals(
                "ok", verdict(verifier.judge(List.of(server().client().by(CA).certificate()))));
        assertEquals("TLS-3", verdict(verifier.judge(List.of(server().by(CA).certificate()))));
    }

    @Test
    void noCertificateAtAllIsRefused() {
        assertEquals("TLS-3", verdict(judge(PeerCheck.CHAIN_ONLY, List.of(CA), List.of())));
    }

    @Test
    void anExpiredCertificateIsNamedWithItsDates() {
        Party middle = middle().valid(YEAR.negated(), DAY.negated()).by(CA);
        Party server = server().valid(DAY.multipliedBy(-3), DAY).by(middle);

        var failure =
                assertInstanceOf(
                        Failure.ServerCertificateExpired.class,
                        judge(NAMED, List.of(CA), List.of(server, middle)).orElseThrow());
        assertEquals(middle.certificate().getNotAfter().toInstant(), failure.notAfter());
        assertEquals(TestPki.NOW, failure.now());
    }

    private static Arguments row(String what, String verdict, Party... chain) {
        return arguments(what, verdict, NAMED, List.of(chain));
    }

    private static Arguments bare(String what, String verdict, Party... chain) {
        return arguments(what, verdict, PeerCheck.CHAIN_ONLY, List.of(chain));
    }

    private static PeerCheck check(PeerCheck.Form form, String text) {
        return new PeerCheck(
                Optional.of(PeerCheck.Usage.SERVER), Optional.of(new PeerCheck.Name(form, text)));
    }

    private static Maker named(String subject) {
        return TestPki.make().subject(subject);
    }

    private static Maker server() {
        return named("CN=vpn.example");
    }

    private static Maker middle() {
        return named("CN=Middle").authority();
    }

    private static Maker netscape(String type) {
        return server().extension("2.16.840.1.113730.1.1", false, HexFormat.of().parseHex(type));
    }

    private static Maker unknown(boolean critical) {
        return server().extension("1.3.6.1.4.1.99999.1", critical, new byte[] {5, 0});
    }

    private static Party[] line(int length) {
        Party[] chain = new Party[length];
        Party issuer = CA;
        for (int i = length - 1; i > 0; i--) {
            issuer = named("CN=Middle " + i).authority().by(issuer);
            chain[i] = issuer;
        }
        chain[0] = server().by(issuer);
        return chain;
    }

    private static Optional<Failure> judge(
            PeerCheck check, List<Party> trusted, List<Party> chain) {
        return verifier(check, trusted, PeerCheck.Usage.SERVER)
                .judge(chain.stream().map(Party::certificate).toList());
    }

    private static ChainVerifier verifier(
            PeerCheck check, List<Party> trusted, PeerCheck.Usage role) {
        List<X509Certificate> anchors = trusted.stream().map(Party::certificate).toList();
        var parameters =
                new TlsParameters(
                        anchors, Optional.empty(), check, 12, 13, Groups.DEFAULT, List.of());
        return new ChainVerifier(parameters, role, TestPki.NOW.toEpochMilli());
    }

    private static String verdict(Optional<Failure> failure) {
        return failure.map(Failure::code).map(FailureCode::text).orElse("ok");
    }
}
