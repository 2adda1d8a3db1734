package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.keys.TestPki.Party;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class CertificatesTest {
    private static final Party ONE = TestPki.authority();
    private static final Party OTHER = TestPki.make().by(ONE);

    @Test
    void aBundleIsReadInItsOrderAndWrittenBack() {
        String bundle = "One:\n" + OTHER.pem() + "\n# and its issuer\n" + ONE.pem();
        var both = List.of(OTHER.certificate(), ONE.certificate());

        assertEquals(Optional.of(both), Certificates.fromPem(bundle));
        assertEquals(Optional.of(both), Certificates.fromPem(Certificates.toPem(both)));
    }

    @Test
    void oneBrokenCertificateSpoilsTheBundle() {
        String broken = ONE.pem().replaceFirst("MI", "AA");

        assertEquals(Optional.empty(), Certificates.fromPem(OTHER.pem() + broken));
        assertEquals(Optional.empty(), Certificates.fromPem(ONE.pem() + cutShort(OTHER.pem())));
        assertEquals(Optional.empty(), Certificates.fromPem("no certificate at all"));
    }

    @Test
    void octetsBehindACertificateAreRefused() throws Exception {
        byte[] der = ONE.certificate().getEncoded();

        assertEquals(Optional.of(ONE.certificate()), Certificates.fromDer(der));
        assertEquals(Optional.empty(), Certificates.fromDer(Arrays.copyOf(der, der.length + 1)));
        assertEquals(Optional.empty(), Certificates.fromDer(Arrays.copyOf(der, der.length - 1)));
    }

    @Test
    void aFingerprintIsSixtyFourDigitsAndDiffersByCertificate() {
        String fingerprint = Certificates.fingerprint(ONE.certificate());

        assertEquals(64, fingerprint.length());
        assertEquals(
                2,
                List.of(fingerprint, Certificates.fingerprint(OTHER.certificate())).stream()
                        .distinct()
                        .count());
    }

    private static String cutShort(String pem) {
        return pem.substring(0, pem.indexOf("-----END"));
    }
}
