package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The expected lines are those of OpenSSL 3.0 for the same names. */
class SubjectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C=KG, ST=NA, O=X Ltd, CN=vpn.example|C=KG, ST=NA, O=X Ltd, CN=vpn.example",
                "CN=vpn.example,C=KG|CN=vpn.example, C=KG",
                "CN=v+OU=w,O=x|CN=v + OU=w, O=x",
                "CN=a\\\\b|CN=a\\\\b",
                "CN=a\\, O\\=b|CN=a, O=b",
                "CN=a\\0ab|CN=a\\0Ab",
                "CN=a\\00b|CN=a\\00b",
                "E=z@example,SERIALNUMBER=3,DC=x|emailAddress=z@example, serialNumber=3, DC=x",
                "STREET=s,POSTALCODE=1|street=s, postalCode=1",
                "CN=Grüße 中|CN=Grüße 中",
                "1.3.6.1.4.1.99999.1=x|1.3.6.1.4.1.99999.1=x"
            })
    void aSubjectIsOneLineInTheOrderOfTheCertificate(String name, String line) {
        assertEquals(line, Subject.oneLine(certificate(name)));
    }

    @Test
    void theLastCommonNameCountsWhereverItStands() {
        assertEquals(Optional.of("b"), Subject.commonName(certificate("CN=a,O=x,CN=b")));
        assertEquals(Optional.of("b"), Subject.commonName(certificate("O=good.example+CN=b")));
        assertEquals(Optional.empty(), Subject.commonName(certificate("O=x")));
    }

    @Test
    void aCommonNameWithANulIsNoName() {
        assertEquals(Optional.empty(), Subject.commonName(certificate("CN=good.example\\00.evil")));
    }

    private static X509Certificate certificate(String name) {
        return TestPki.make().subject(name).self().certificate();
    }
}
