package org.culvert.protocol.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.failure.FailureCode;
import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Maker;
import org.culvert.keys.TestPki.Party;
import org.junit.jupiter.api.Test;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accepts exactly the certificates that the rules of security R51 to R53 accept. */
class ChainVerifierTest {
    private static final Party CA = TestPki.authority();
    private static final Party OTHER_CA = TestPki.make().subject("CN=Other").authority().self();
    private static final Duration DAY = Duration.ofDays(1);
    private static final PeerCheck SERVER =
            new PeerCheck(
                    Optional.of(PeerCheck.Usage.SERVER),
                    Optional.of(new PeerCheck.Name(PeerCheck.Form.NAME, "vpn.example")));

    @Test
    void acceptsTheRightServer() {
        assertEquals("ok", judge(SERVER, server().by(CA)));
    }

    @Test
    void aRightNameDoesNotReplaceTheChain() {
        assertEquals("TLS-3", judge(SERVER, server().by(OTHER_CA)));
        assertEquals("TLS-3", judge(SERVER, server().self()));
    }

    @Test
    void aRightChainDoesNotReplaceTheName() {
        assertEquals("TLS-3", judge(SERVER, server().subject("CN=vpn.example.evil").by(CA)));
        assertEquals("TLS-3", judge(SERVER, server().subject("CN=VPN.example").by(CA)));
        assertEquals("TLS-3", judge(SERVER, server().subject("O=vpn.example").by(CA)));
        assertEquals("TLS-3", judge(SERVER, server().subject("CN=vpn.example\\00.evil").by(CA)));
    }

    @Test
    void aClientsCertificateIsNoServers() {
        assertEquals("TLS-3", judge(SERVER, server().client().by(CA)));
        assertEquals("TLS-3", judge(SERVER, server().noPurpose().by(CA)));
        assertEquals("TLS-3", judge(SERVER, server().noKeyUsage().by(CA)));
    }

    @Test
    void datesAreNamedAsTheCauseOnlyWhereTheyAreIt() {
        assertEquals(
                "TLS-5",
                judge(SERVER, server().valid(DAY.negated(), DAY.negated().plusHours(1)).by(CA)));
        assertEquals("TLS-5", judge(SERVER, server().valid(DAY, DAY.multipliedBy(2)).by(CA)));
        assertEquals(
                "TLS-3",
                judge(
                        SERVER,
                        server().valid(DAY.negated(), DAY.negated().plusHours(1)).by(OTHER_CA)));
    }

    @Test
    void anIntermediateMustBeThereAndBeAnAuthority() {
        Party middle = TestPki.make().subject("CN=Middle").authority().by(CA);
        Party below = server().by(middle);
        assertEquals("ok", judge(SERVER, below, middle));
        assertEquals("TLS-3", judge(SERVER, below));

        Party noAuthority = TestPki.make().subject("CN=Middle").by(CA);
        assertEquals("TLS-3", judge(SERVER, server().by(noAuthority), noAuthority));
    }

    @Test
    void aPathLengthIsKept() {
        Party narrow = TestPki.make().subject("CN=Narrow").authority().pathLength(0).by(CA);
        Party middle = TestPki.make().subject("CN=Middle").authority().by(narrow);
        assertEquals("TLS-3", judge(SERVER, server().by(middle), middle, narrow));
        assertEquals("ok", judge(SERVER, server().by(narrow), narrow));
    }

    @Test
    void weakKeysAreRefused() {
        assertEquals("TLS-3", judge(SERVER, server().key("RSA", 1024, "SHA256withRSA").by(CA)));
        assertEquals("ok", judge(SERVER, server().key("RSA", 2048, "SHA256withRSA").by(CA)));
    }

    @Test
    void aLongChainIsRefused() {
        Party[] chain = new Party[9];
        Party issuer = CA;
        for (int i = 8; i > 0; i--) {
            issuer = TestPki.make().subject("CN=Middle " + i).authority().by(issuer);
            chain[i] = issuer;
        }
        chain[0] = server().by(issuer);
        assertEquals("TLS-3", judge(SERVER, chain));
    }

    @Test
    void namesCompareByTheirForm() {
        Party server = server().subject("O=Office, CN=vpn.example").by(CA);
        assertEquals("ok", judge(name(PeerCheck.Form.NAME_PREFIX, "vpn."), server));
        assertEquals("TLS-3", judge(name(PeerCheck.Form.NAME_PREFIX, "pn."), server));
        assertEquals("ok", judge(name(PeerCheck.Form.SUBJECT, "O=Office, CN=vpn.example"), server));
        assertEquals("TLS-3", judge(name(PeerCheck.Form.SUBJECT, "CN=vpn.example"), server));
    }

    private static PeerCheck name(PeerCheck.Form form, String text) {
        return new PeerCheck(Optional.empty(), Optional.of(new PeerCheck.Name(form, text)));
    }

    private static Maker server() {
        return TestPki.make().subject("CN=vpn.example");
    }

    private static String judge(PeerCheck check, Party... chain) {
        List<X509Certificate> certificates =
                java.util.Arrays.stream(chain).map(Party::certificate).toList();
        var parameters =
                new TlsParameters(
                        List.of(CA.certificate()),
                        Optional.empty(),
                        check,
                        12,
                        13,
                        Groups.DEFAULT,
                        List.of());
        return new ChainVerifier(parameters, TestPki.NOW.toEpochMilli())
                .judge(certificates)
                .map(failure -> failure.code())
                .map(FailureCode::text)
                .orElse("ok");
    }
}
