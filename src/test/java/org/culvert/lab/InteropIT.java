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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rarer dialects of OpenVPN, each a row spoken with a real server, renewals included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteropIT {
    private static final String UDP = "remote 10.86.0.2 1194 udp";
    private static final String TCP = "remote 10.86.0.2 1194 tcp";

    private Lab lab;
    private String before = "";

    /**
     * One server and the profile for it.
     *
     * @param key the profile's extra key, option and file; empty: none
     */
    record Row(String name, List<String> server, List<String> profile, List<String> key) {
        static Row of(String name) {
            return new Row(name, List.of(), List.of(UDP), List.of());
        }

        Row server(String... lines) {
            return new Row(name, List.of(lines), profile, key);
        }

        Row profile(String... lines) {
            return new Row(name, server, List.of(lines), key);
        }

        Row key(String option, String file) {
            return new Row(name, server, profile, List.of(option, file));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        return List.of(
                Row.of("tls-crypt-v2, the key comes again with packet 1")
                        .server("tls-crypt-v2 v2-server.key force-cookie")
                        .key("tls-crypt-v2", "v2-client.key"),
                Row.of("tls-crypt-v2 over TCP")
                        .server("tls-crypt-v2 v2-server.key", "proto tcp-server")
                        .profile(TCP)
                        .key("tls-crypt-v2", "v2-client.key"),
                Row.of("tls-crypt, renewals under a key from TLS")
                        .server("tls-crypt extra.key")
                        .key("tls-crypt", "extra.key"),
                Row.of("AES-256-CBC with an HMAC")
                        .server("data-ciphers AES-256-CBC")
                        .profile(UDP, "cipher AES-256-CBC"),
                Row.of("AES-128-CBC with SHA512 over TCP")
                        .server("data-ciphers AES-128-CBC", "auth SHA512", "proto tcp-server")
                        .profile(TCP, "data-ciphers AES-128-CBC", "auth SHA512"),
                Row.of("AES-192-GCM")
                        .server("data-ciphers AES-192-GCM")
                        .profile(UDP, "data-ciphers AES-192-GCM"),
                Row.of("tls-auth with SHA512")
                        .server("tls-auth extra.key 0", "auth SHA512")
                        .profile(UDP, "key-direction 1", "auth SHA512")
                        .key("tls-auth", "extra.key"),
                Row.of("tls-auth with SHA3-256")
                        .server("tls-auth extra.key 0", "auth SHA3-256")
                        .profile(UDP, "key-direction 1", "auth SHA3-256")
                        .key("tls-auth", "extra.key"),
                Row.of("tls-auth with SHA512-256")
                        .server("tls-auth extra.key 0", "auth SHA512-256")
                        .profile(UDP, "key-direction 1", "auth SHA512-256")
                        .key("tls-auth", "extra.key"));
    }

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

    @ParameterizedTest
    @MethodSource("rows")
    void connectsAndStaysThroughARenewal(Row row) throws IOException {
        var lines = new ArrayList<>(row.server());
        lines.add("reneg-sec 5");
        Server server = lab.server("interop", lines.toArray(String[]::new));
        try {
            Shell.Result connected = lab.ctl("connect", profile(row), "--wait", "20");
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog() + server.log());
            Shell.Result ping = lab.here("ping -c 45 -i 0.2 -s 1400 -q 10.86.9.1");
            assertTrue(ping.out().contains(" 0% packet loss"), ping.out() + lab.helperLog());
            assertTrue(lab.ctl("log").out().contains("keys renewed"), lab.helperLog());
            assertEquals(0, lab.ctl("disconnect").exit());
        } finally {
            server.stop();
        }
    }

    @Test
    void aCodeIsAskedForInASecondConnectionAndATokenStandsForItInRenewals() throws IOException {
        String judge =
                lab.script(
                        "judge.sh",
                        """
                        case "$password" in
                        CRV1::question::1234) exit 0 ;;
                        right) printf 'CRV1:R,E:question:YW5uYQ==:Code of today' > "$auth_failed_reason_file" ;;
                        busy) printf 'TEMP[backoff 2]:come back later' > "$auth_failed_reason_file" ;;
                        *) printf 'who are you' > "$auth_failed_reason_file" ;;
                        esac
                        exit 1
                        """);
        Server server =
                lab.server(
                        "code",
                        "script-security 3",
                        "auth-user-pass-verify " + judge + " via-env",
                        "auth-gen-token 0 120",
                        "reneg-sec 5");
        try {
            String profile = lab.profile("code", UDP, "auth-user-pass").toString();
            Shell.Result right = signIn(profile, "right\n1234\n");
            assertEquals(0, right.exit(), right.out() + lab.helperLog() + server.log());
            Shell.Result ping = lab.here("ping -c 45 -i 0.2 -q 10.86.9.1");
            assertTrue(ping.out().contains(" 0% packet loss"), ping.out() + lab.helperLog());
            assertTrue(lab.ctl("log").out().contains("keys renewed"), lab.helperLog());
            lab.ctl("disconnect");
            Shell.Result busy = signIn(profile, "busy\n");
            assertTrue(busy.out().contains("come back later"), busy.out());
            assertFalse(busy.out().contains("AUTH-"), busy.out());
            lab.ctl("disconnect");
            Shell.Result wrong = signIn(profile, "wrong\n");
            assertEquals(10, wrong.exit(), wrong.out());
            assertTrue(wrong.out().contains("who are you"), wrong.out());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aCodeIsSentWithThePasswordWhereTheProfileAsksForIt() throws IOException {
        String judge =
                lab.script(
                        "static.sh",
                        """
                        [ "$password" = SCRV1:cmlnaHQ=:MTIzNA== ]
                        """);
        Server server =
                lab.server(
                        "static",
                        "script-security 3",
                        "auth-user-pass-verify " + judge + " via-env");
        try {
            String profile =
                    lab.profile(
                                    "static",
                                    UDP,
                                    "auth-user-pass",
                                    "static-challenge \"Code of today\" 1")
                            .toString();
            Shell.Result wrong = signIn(profile, "right\n4321\n");
            assertEquals(10, wrong.exit(), wrong.out());
            Shell.Result right = signIn(profile, "right\n1234\n");
            assertEquals(0, right.exit(), right.out() + lab.helperLog() + server.log());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    private Shell.Result signIn(String profile, String lines) {
        return lab.ctlWith(
                lines, "connect", profile, "--user", "anna", "--password-fd", "0", "--wait", "20");
    }

    private String profile(Row row) throws IOException {
        var lines = new ArrayList<>(row.profile());
        if (!row.key().isEmpty()) {
            String option = row.key().getFirst();
            lines.add("<" + option + ">\n" + lab.pem(row.key().getLast()) + "</" + option + ">");
        }
        return lab.profile("interop", lines.toArray(String[]::new)).toString();
    }
}
