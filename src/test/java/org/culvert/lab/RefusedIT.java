package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What cannot connect says its code and sentence, and leaves the machine as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedIT {
    private static final String UDP = "remote 10.86.0.2 1194 udp";

    private Lab lab;
    private String before = "";

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        lab = Lab.open();
        before = lab.network();
    }

    @AfterAll
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void everythingIsAsBefore() {
        lab.ctl("disconnect");
        assertEquals(before, lab.network(), lab.helperLog());
    }

    @Test
    void aClosedPortIsRefused() throws IOException {
        refused(20, "NET-4", lab.profile("closed", "remote 10.86.0.2 1195 udp"));
        refused(20, "NET-4", lab.profile("closed", "remote 10.86.0.2 1195 tcp"));
    }

    @Test
    void aSilentPortDoesNotAnswer() throws IOException {
        try (var _ = lab.silence(1196)) {
            refused(
                    20,
                    "NET-3",
                    lab.profile("silent", "remote 10.86.0.2 1196 udp", "connect-timeout 2"));
        }
    }

    @Test
    void aNameWithoutAddressIsNotFound() throws IOException {
        refused(20, "NET-2", lab.profile("name", "remote nothing.example 1194 udp"));
    }

    @Test
    void aWrongExtraKeyIsSilence() throws IOException {
        Server server = lab.server("extra", "tls-crypt extra.key");
        try {
            Path profile =
                    lab.profile(
                            "extra",
                            UDP,
                            "connect-timeout 3",
                            "<tls-crypt>\n" + lab.pem("foreign.key") + "</tls-crypt>");
            Shell.Result result = refused(20, "NET-3", profile);
            assertTrue(result.out().contains("key"), result.out());
        } finally {
            server.stop();
        }
    }

    @Test
    void overTcpAServerWithAnotherExtraKeyHangsUpAndThatIsNamed() throws IOException {
        Server server = lab.server("hangup", "proto tcp-server", "tls-crypt extra.key");
        try {
            Path profile =
                    lab.profile(
                            "hangup",
                            "remote 10.86.0.2 1194 tcp",
                            "<tls-crypt>\n" + lab.pem("foreign.key") + "</tls-crypt>");
            refused(30, "TLS-1", profile);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerOfAnotherAuthorityIsNotTrusted() throws IOException {
        Server server = lab.server("authority");
        try {
            String text = Files.readString(lab.profile("authority", UDP));
            Path profile =
                    file("authority.ovpn", text.replace(lab.pem("ca.crt"), lab.pem("other.crt")));
            refused(30, "TLS-3", profile);
            refused(30, "TLS-3", lab.profile("named", UDP, "verify-x509-name other name"));
        } finally {
            server.stop();
        }
    }

    @Test
    void aServersCertificateOutOfDateIsNamed() throws IOException {
        Server server = lab.server("expired", "cert expired.crt", "key expired.key");
        try {
            refused(30, "TLS-5", lab.profile("expired", UDP));
        } finally {
            server.stop();
        }
    }

    @Test
    void ourOwnCertificateOutOfDateIsNamedBeforeAnythingIsSent() throws IOException {
        Path profile =
                lab.profile(
                        "bygone",
                        UDP,
                        "<cert>\n" + lab.pem("bygone.crt") + "</cert>",
                        "<key>\n" + lab.pem("bygone.key") + "</key>");
        Shell.Result result = refused(30, "TLS-4", profile);
        assertTrue(result.out().contains("2021-01-01"), result.out());
    }

    @Test
    void aPasswordThatTheServerTurnsDownIsNamedWithItsReason() throws IOException {
        String judge =
                lab.script(
                        "judge",
                        """
                        [ "$password" = right ] && exit 0
                        [ "$password" = locked ] && printf 'account locked' > "$auth_failed_reason_file"
                        exit 1
                        """);
        Server server =
                lab.server(
                        "reason",
                        "script-security 3",
                        "auth-user-pass-verify " + judge + " via-env");
        try {
            Path profile = lab.profile("reason", UDP, "auth-user-pass");
            turnedDown(profile, "wrong", "AUTH-1");
            Shell.Result locked = turnedDown(profile, "locked", "AUTH-2");
            assertTrue(locked.out().contains("account locked"), locked.out());
        } finally {
            server.stop();
        }
    }

    private Shell.Result turnedDown(Path profile, String password, String code) {
        Shell.Result result =
                lab.ctlWith(
                        password + "\n",
                        "connect",
                        profile.toString(),
                        "--user",
                        "anna",
                        "--password-fd",
                        "0",
                        "--wait",
                        "20");
        assertEquals(10, result.exit(), result.out() + lab.helperLog());
        assertTrue(result.out().contains(code), result.out());
        return result;
    }

    @Test
    void noCipherInCommonIsNamed() throws IOException {
        Server server = lab.server("cipher", "data-ciphers AES-256-CBC");
        try {
            refused(40, "CIP-1", lab.profile("cipher", UDP));
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void filesThatAreNoProfilesAreRefusedWithTheirKind() throws IOException {
        refused(40, "CFG-3", file("empty.ovpn", ""));
        refused(40, "CFG-3", file("page.ovpn", "<!DOCTYPE html><html>sign in</html>"));
        refused(40, "CFG-3", file("text.ovpn", "Dear customer, welcome"));
        refused(40, "CFG-7", lab.folder().resolve("absent.ovpn"));
        Path binary = lab.folder().resolve("binary.ovpn");
        Files.write(binary, new byte[] {0, 1, 2, 3});
        refused(40, "CFG-3", binary);
        Path large = lab.folder().resolve("large.ovpn");
        Files.write(large, new byte[10 << 20]);
        refused(40, "CFG-3", large);
        Path closed = file("closed.ovpn", "client\n");
        Shell.bash("chmod 0000 " + closed).must();
        refused(40, "CFG-7", closed);
    }

    @Test
    void profilesThatCannotConnectSayTheirLine() throws IOException {
        refused(40, "CFG-5", file("server.ovpn", "dev tun\nserver 10.0.0.0 255.0.0.0\n"));
        refused(40, "CFG-6", file("noca.ovpn", "client\n" + UDP + "\nremote-cert-tls server\n"));
        refused(40, "CIP-1", lab.profile("bare", UDP, "cipher none"));
        Shell.Result tap = refused(40, "CFG-1", lab.profile("tap", UDP, "dev tap"));
        assertTrue(tap.out().contains("dev tap"), tap.out());
        Path mixed = lab.profile("mixed", UDP, "<key>\n" + lab.pem("wrong.key") + "</key>");
        refused(40, "CFG-4", mixed);
    }

    @Test
    void anUnverifiableServerNeedsConsent() throws IOException {
        String text =
                Files.readString(lab.profile("unverified", UDP))
                        .replace("remote-cert-tls server\n", "");
        Path profile = file("unverified.ovpn", text);
        refused(30, "TLS-3", profile);
        Server server = lab.server("unverified");
        try {
            Shell.Result accepted =
                    lab.ctl("connect", profile.toString(), "--accept-unverified", "--wait", "20");
            assertEquals(0, accepted.exit(), accepted.out() + lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void whatAProfileWouldRunIsListedAndNotRun() throws IOException {
        Path trace = lab.folder().resolve("trace");
        Path profile =
                lab.profile(
                        "scripts",
                        UDP,
                        "script-security 3",
                        "up \"/bin/touch " + trace + "\"",
                        "plugin /lib/evil.so");
        Server server = lab.server("scripts");
        try {
            Shell.Result checked = lab.ctl("check", profile.toString());
            assertEquals(0, checked.exit(), checked.out());
            assertTrue(
                    checked.out().contains("plugin") && checked.out().contains("never"),
                    checked.out());
            assertEquals(0, lab.ctl("connect", profile.toString(), "--wait", "20").exit());
            assertFalse(Files.exists(trace));
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aSocketThatNobodyListensOnRefuses() throws IOException {
        Path dead = lab.folder().resolve("dead.sock");
        try (var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(dead));
        }
        Shell.bash("chmod 0666 " + dead).must();
        Shell.Result result = lab.ctl("--socket", dead.toString(), "status");
        assertEquals(50, result.exit());
        assertTrue(result.out().contains("HLP-1"), result.out());
    }

    @Test
    void withoutAHelperTheCodeIsHlp1() {
        Shell.Result result = lab.ctl("--socket", "/nonexistent/helper.sock", "status");
        assertEquals(50, result.exit());
        assertTrue(result.out().contains("HLP-1"), result.out());
    }

    private Path file(String name, String text) throws IOException {
        Path file = lab.folder().resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private Shell.Result refused(int exit, String code, Path profile) {
        Shell.Result result = lab.ctl("connect", profile.toString(), "--wait", "20");
        assertEquals(exit, result.exit(), result.out() + lab.helperLog());
        assertTrue(result.out().contains(code), result.out());
        return result;
    }
}
