package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The built launchers, two accounts, a real TUN and a real openvpn: each row connects for real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectIT {
    private static final String UDP = "remote 10.86.0.2 1194 udp";

    /** Three lines of a server that takes one password. */
    private static final String JUDGE =
            """
            script-security 3
            auth-user-pass-verify "/bin/sh -c '[ \\"$password\\" = right ]' sh" via-env
            username-as-common-name\
            """;

    private Lab lab;
    private String before = "";

    record Row(String name, List<String> server, List<String> profile, String expected) {
        @Override
        public String toString() {
            return name;
        }
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

    static List<Row> rows() {
        return List.of(
                row("plain, TLS 1.3", List.of(), List.of(), "TLSv1.3"),
                row("TLS 1.2", List.of("tls-version-max 1.2"), List.of(), "TLSv1.2"),
                row(
                        "TLS 1.2, RSA",
                        List.of("tls-version-max 1.2", "cert rsa.crt", "key rsa.key"),
                        List.of(),
                        "TLSv1.2"),
                row("tls-crypt", List.of("tls-crypt extra.key"), List.of("tls-crypt"), "TLSv1.3"),
                row(
                        "tls-auth with direction",
                        List.of("tls-auth extra.key 0"),
                        List.of("tls-auth", "key-direction 1"),
                        "TLSv1.3"),
                row(
                        "tls-auth without direction, SHA256",
                        List.of("tls-auth extra.key", "auth SHA256"),
                        List.of("tls-auth", "auth SHA256"),
                        "TLSv1.3"),
                row("AES-128-GCM", List.of("data-ciphers AES-128-GCM"), List.of(), "AES-128-GCM"),
                row(
                        "CHACHA20-POLY1305",
                        List.of("data-ciphers CHACHA20-POLY1305"),
                        List.of(),
                        "CHACHA20-POLY1305"),
                row(
                        "stub framing",
                        List.of("push \"comp-lzo no\"", "comp-lzo no"),
                        List.of(),
                        "GCM"),
                row(
                        "TCP",
                        List.of("proto tcp-server"),
                        List.of("remote 10.86.0.2 1194 tcp"),
                        "TCP"));
    }

    private static Row row(
            String name, List<String> server, List<String> profile, String expected) {
        return new Row(name, server, profile, expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void connectsAndCarriesTraffic(Row row) throws IOException {
        Server server = lab.server("server", row.server().toArray(String[]::new));
        try {
            Shell.Result connected = lab.ctl("connect", profile(row).toString(), "--wait", "20");
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog() + server.log());
            assertTrue(connected.out().contains(row.expected()), connected.out());
            Shell.Result ping = lab.here("ping -c 5 -i 0.2 -s 1400 -q 10.86.9.1");
            assertTrue(ping.out().contains(" 0% packet loss"), ping.out() + lab.helperLog());
            assertEquals("", lab.here("ss -Hlntu").must().out(), "the helper listens nowhere");
            assertEquals(0, lab.ctl("disconnect").exit());
        } finally {
            server.stop();
        }
    }

    @Test
    void aPasswordIsTakenFromADescriptorAndAWrongOneIsRefused() throws IOException {
        Server server = lab.server("password", JUDGE);
        try {
            String profile = lab.profile("password", UDP, "auth-user-pass").toString();
            Shell.Result wrong =
                    lab.ctlWith(
                            "wrong\n",
                            "connect",
                            profile,
                            "--user",
                            "anna",
                            "--password-fd",
                            "0",
                            "--wait",
                            "20");
            assertEquals(10, wrong.exit(), wrong.out() + server.log());
            assertTrue(wrong.out().contains("AUTH-1"), wrong.out());
            Shell.Result right =
                    lab.ctlWith(
                            "right\n",
                            "connect",
                            profile,
                            "--user",
                            "anna",
                            "--password-fd",
                            "0",
                            "--wait",
                            "20");
            assertEquals(0, right.exit(), right.out() + lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    static List<Row> restarts() {
        return List.of(
                row("plain", List.of(), List.of(), ""),
                row("tls-crypt", List.of("tls-crypt extra.key"), List.of("tls-crypt"), ""),
                row(
                        "tls-auth",
                        List.of("tls-auth extra.key 0"),
                        List.of("tls-auth", "key-direction 1"),
                        ""),
                row("password", List.of(JUDGE), List.of("auth-user-pass"), ""));
    }

    @ParameterizedTest
    @MethodSource("restarts")
    void comesBackByItselfWhenTheServerRestarts(Row row) throws IOException {
        Server server = lab.server("restart", row.server().toArray(String[]::new));
        try {
            String[] words = {
                "connect", profile(row).toString(), "--user", "anna", "--password-fd", "0", "--wait"
            };
            Shell.Result connected = lab.ctlWith("right\n", words);
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog());
            comesBackAfterUsr1(server);
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    /** The old session would answer for a while; only a new one counts. */
    private void comesBackAfterUsr1(Server server) {
        int sessions = sessions();
        server.signal("USR1");
        assertTrue(Shell.eventually(30, () -> sessions() > sessions), lab.helperLog());
        assertTrue(pings(20), "after SIGUSR1: " + lab.helperLog());
    }

    private int sessions() {
        return Shell.bash("grep -c 'secured by' " + lab.folder() + "/helper.log")
                .out()
                .lines()
                .findFirst()
                .map(Integer::parseInt)
                .orElse(0);
    }

    @Test
    void comesBackByItselfWhenTheServerIsKilledAndStartedAgain() throws IOException {
        Server server = lab.server("kill");
        try {
            String profile = lab.profile("kill", UDP).toString();
            assertEquals(0, lab.ctl("connect", profile, "--wait", "20").exit());
            server.stop();
            assertTrue(Shell.eventually(15, () -> state().contains("reconnecting")), state());
            server.start();
            assertTrue(pings(40), "after kill -9: " + lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void renewsItsKeysUnderTrafficWithoutALostPing() throws IOException {
        Server server = lab.server("reneg", "reneg-sec 10", "keepalive 5 30");
        try {
            String profile = lab.profile("reneg", UDP).toString();
            assertEquals(0, lab.ctl("connect", profile, "--wait", "20").exit());
            Shell.Result ping = lab.here("ping -c 325 -i 0.2 -q 10.86.9.1");
            assertTrue(ping.out().contains(" 0% packet loss"), ping.out() + lab.helperLog());
            String log = lab.ctl("log").out();
            assertTrue(log.split("keys renewed", -1).length > 5, log);
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aStrangerIsTurnedAway() {
        Shell.Result stranger = lab.asStranger("status");
        assertEquals(50, stranger.exit());
        assertTrue(stranger.out().contains("HLP-3"), stranger.out());
    }

    @Test
    void aKilledHelperIsCleanedUpAfter() throws IOException {
        Server server = lab.server("killed", "push \"redirect-gateway def1\"");
        try {
            String profile = lab.profile("killed", UDP).toString();
            Shell.Result connected = lab.ctl("connect", profile, "--wait", "20");
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog());
            assertTrue(lab.network().contains("table inet culvert"), lab.network());
            Shell.bash("pkill -9 -f " + lab.folder() + "/run/helper.sock");
            Shell.eventually(5, () -> !lab.helper().isAlive());
            assertTrue(lab.network().contains("table inet culvert"), "the machine stays closed");
            lab.restartHelper();
            assertEquals(before, lab.network(), lab.helperLog());
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFullTunnelCarriesTrafficWhateverTheReversePathFilter(int filter) throws IOException {
        Server server = lab.server("full");
        String value = Integer.toString(filter);
        var reversePath =
                Map.of(
                        "net.ipv4.conf.all.rp_filter", value,
                        "net.ipv4.conf.default.rp_filter", value,
                        "net.ipv4.conf.cvlab0.rp_filter", value,
                        "net.ipv4.conf.all.src_valid_mark", "0");
        try (var _ = lab.settingsHere(reversePath)) {
            String profile = lab.profile("full", UDP, "redirect-gateway def1").toString();
            Shell.Result connected = lab.ctl("connect", profile, "--wait", "20");
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog());
            String rules = lab.here("ip rule").must().out();
            assertEquals(filter != 0, rules.contains("to 10.86.0.2 lookup main"), rules);
            assertTrue(pings(20), lab.helperLog());
            assertEquals(
                    0, lab.here("curl -sf -m 5 http://10.86.9.1:8000/big -o /dev/null").exit());
            comesBackAfterUsr1(server);
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void nothingPassesBesideAFullTunnelWhileItIsUpOrComingBack() throws IOException {
        Server server = lab.server("leak", "push \"redirect-gateway def1\"");
        try {
            String profile = lab.profile("leak", UDP).toString();
            assertEquals(0, lab.ctl("connect", profile, "--wait", "20").exit(), lab.helperLog());
            Process talk =
                    lab.talk(
                            "while :; do ping -c 1 -W 1 10.86.9.1; ping -6 -c 1 -W 1"
                                    + " 2001:db8:86::2; ping -c 1 -W 1 192.0.2.9; done");
            int outside =
                    lab.outside(() -> {
                        server.stop();
                        Shell.eventually(15, () -> state().contains("reconnecting"));
                        server.start();
                        assertTrue(pings(40), lab.helperLog());
                    });
            talk.destroy();
            assertEquals(0, outside, lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void withoutANetworkItWaitsForOne() throws IOException {
        Server server = lab.server("offline");
        try {
            lab.unplug();
            String profile = lab.profile("offline", UDP).toString();
            Shell.Result waited = lab.ctl("connect", profile, "--wait", "3");
            assertEquals(20, waited.exit(), waited.out());
            assertTrue(waited.out().contains("NET-1"), waited.out());
            lab.plug();
            assertTrue(pings(20), lab.helperLog());
        } finally {
            lab.plug();
            lab.ctl("disconnect");
            server.stop();
        }
    }

    private Path profile(Row row) throws IOException {
        var lines = new java.util.ArrayList<String>();
        if (row.profile().stream().noneMatch(line -> line.startsWith("remote "))) {
            lines.add(UDP);
        }
        for (String line : row.profile()) {
            boolean key = line.equals("tls-crypt") || line.equals("tls-auth");
            lines.add(key ? "<" + line + ">\n" + lab.pem("extra.key") + "</" + line + ">" : line);
        }
        return lab.profile("row", lines.toArray(String[]::new));
    }

    private String state() {
        return lab.ctl("status").out();
    }

    private boolean pings(int seconds) {
        return Shell.eventually(
                seconds, () -> lab.here("ping -c 2 -i 0.2 -W 1 -q 10.86.9.1").exit() == 0);
    }
}
