package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class NmProfileTest {
    @Test
    void aConnectionWithPasswordAndCertificateIsWrittenOut() {
        NmProfile.Written written =
                NmProfile.of(
                        Map.ofEntries(
                                Map.entry("connection-type", "password-tls"),
                                Map.entry("remote", "vpn.example.org:443:tcp, [2001:db8::7]:1194"),
                                Map.entry("port", "1300"),
                                Map.entry("ca", "/home/anna/.cert/nm-openvpn/office-ca.pem"),
                                Map.entry("cert", "/home/anna/office cert.pem"),
                                Map.entry("key", "/home/anna/office.key"),
                                Map.entry("ta", "/home/anna/ta.key"),
                                Map.entry("ta-dir", "1"),
                                Map.entry("cipher", "AES-256-GCM"),
                                Map.entry("remote-cert-tls", "server"),
                                Map.entry("verify-x509-name", "name:vpn.example.org"),
                                Map.entry("float", "yes"),
                                Map.entry("username", "anna")),
                        true);

        List<String> lines = written.text().lines().toList();
        assertTrue(
                lines.containsAll(
                        List.of(
                                "client",
                                "dev tun",
                                "remote vpn.example.org 443 tcp",
                                "remote 2001:db8::7 1194",
                                "port 1300",
                                "ca \"ca-office-ca.pem\"",
                                "cert \"cert-office cert.pem\"",
                                "tls-auth \"tls-auth-ta.key\" 1",
                                "verify-x509-name \"vpn.example.org\" name",
                                "float",
                                "auth-user-pass")),
                lines::toString);
        assertFalse(lines.contains("redirect-gateway def1"));
        assertEquals("/home/anna/office cert.pem", written.files().get("cert-office cert.pem"));
        assertEquals(List.of(), errors(written));
    }

    private static List<Problem.Kind> errors(NmProfile.Written written) {
        return Read.text(written.text()).problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .map(Problem::kind)
                .filter(kind -> kind != Problem.Kind.MISSING)
                .toList();
    }

    @Test
    void aBundleStandsForCertificateAndKey() {
        NmProfile.Written written =
                NmProfile.of(
                        Map.of(
                                "connection-type", "tls",
                                "remote", "vpn.example.org",
                                "cert", "/home/anna/anna.p12",
                                "key", "/home/anna/anna.p12",
                                "ca", "/home/anna/anna.p12"),
                        false);

        assertTrue(written.text().contains("pkcs12 \"pkcs12-anna.p12\"\n"));
        assertFalse(written.text().contains("key \""));
        assertTrue(written.text().contains("redirect-gateway def1\n"));
    }

    @Test
    void aValueCannotBringALineAlong() {
        NmProfile.Written written =
                NmProfile.of(Map.of("remote", "a.example", "cipher", "AES-256-GCM\nup /x"), true);

        assertFalse(written.text().lines().anyMatch(line -> line.startsWith("up")));
    }
}
