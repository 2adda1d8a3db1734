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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The way to a real openvpn through proxies that are used everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyIT {
    private static final String TCP = "remote 10.86.0.2 1194 tcp";
    private static final String UDP = "remote 10.86.0.2 1194 udp";
    private static final String ACCOUNT =
            "<http-proxy-user-pass>\nanna\nright\n</http-proxy-user-pass>";

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
    void tinyproxyLetsAStreamThrough() throws IOException {
        try (var _ = tinyproxy()) {
            carries(TCP, "http-proxy 10.86.0.2 8888", "http-proxy-option AGENT lab/1");
        }
    }

    @Test
    void tinyproxyIsToldWhoWeAreFromTheProfile() throws IOException {
        try (var _ = tinyproxy("BasicAuth anna right")) {
            carries(TCP, "http-proxy 10.86.0.2 8888 auto basic", ACCOUNT);
        }
    }

    @Test
    void whoWeAreAtTheProxyIsAskedForAndAskedAgain() throws IOException {
        Server server = lab.server("asked", "proto tcp-server");
        try (var _ = tinyproxy("BasicAuth anna right")) {
            String profile = lab.profile("asked", TCP, "http-proxy 10.86.0.2 8888").toString();
            Shell.Result right = answering("anna:wrong\nanna:right\n", profile);
            assertEquals(0, right.exit(), right.out() + lab.helperLog());
            lab.ctl("disconnect");
            Shell.Result wrong = answering("anna:wrong\n", profile);
            assertEquals(20, wrong.exit(), wrong.out());
            assertTrue(
                    wrong.out().contains("NET-4  The proxy does not let us through"), wrong.out());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aProxyThatDoesNotLetUsThroughIsNamedWithItsWord() throws IOException {
        try (var _ = tinyproxy()) {
            String profile =
                    lab.profile(
                                    "forbidden",
                                    "remote 10.86.0.2 1199 tcp",
                                    "http-proxy 10.86.0.2 8888")
                            .toString();
            Shell.Result refused = lab.ctl("connect", profile, "--wait", "20");
            assertEquals(20, refused.exit(), refused.out() + lab.helperLog());
            assertTrue(refused.out().contains("10.86.0.2:8888: “HTTP/1.0 403"), refused.out());
            assertTrue(lab.ctl("log").out().contains("The proxy does not let us through"));
        }
    }

    @Test
    void squidIsAnsweredWithADigest() throws IOException {
        assumeTrue(has("squid"), "squid is not installed");
        Path users = file("digest", "anna:right\n");
        Path config =
                file(
                        "squid.conf",
                        """
                        http_port 10.86.0.2:3128
                        pid_filename none
                        access_log none
                        cache_log /dev/null
                        cache deny all
                        shutdown_lifetime 1 seconds
                        auth_param digest program /usr/lib/squid/digest_file_auth %s
                        auth_param digest realm lab
                        acl known proxy_auth REQUIRED
                        acl vpn port 1194
                        http_access allow vpn known
                        http_access deny all
                        """
                                .formatted(users));
        try (var _ = lab.beside(3128, List.of("squid", "-N", "-f", config.toString()))) {
            carries(TCP, "http-proxy 10.86.0.2 3128 auto-nct", ACCOUNT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, UDP})
    void danteCarriesStreamsAndDatagrams(String remote) throws IOException {
        assumeTrue(has("danted"), "dante-server is not installed");
        try (var _ = dante()) {
            carries(remote, "socks-proxy 10.86.0.2 1080");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, UDP})
    void aFullTunnelGoesThroughAProxyToo(String remote) throws IOException {
        assumeTrue(has("danted"), "dante-server is not installed");
        try (var _ = dante()) {
            carries(remote, "socks-proxy 10.86.0.2 1080", "redirect-gateway def1");
        }
    }

    /** The server sees the proxy, and traffic passes both ways. */
    private void carries(String remote, String... more) throws IOException {
        boolean tcp = remote.equals(TCP);
        Server server = lab.server("proxied", tcp ? "proto tcp-server" : "proto udp");
        try {
            var lines = new java.util.ArrayList<>(List.of(more));
            lines.addFirst(remote);
            String profile = lab.profile("proxied", lines.toArray(String[]::new)).toString();
            Shell.Result connected = lab.ctl("connect", profile, "--wait", "20");
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog());
            assertTrue(server.log().contains("Initiated with [AF_INET]10.86.0.2:"), server.log());
            Shell.Result ping = lab.here("ping -c 5 -i 0.2 -s 1300 -q 10.86.9.1");
            assertTrue(ping.out().contains(" 0% packet loss"), ping.out() + lab.helperLog());
            Shell.Result load = lab.here("curl -sf -m 20 -o /dev/null http://10.86.9.1:8000/big");
            assertEquals(0, load.exit(), lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    private Beside tinyproxy(String... more) throws IOException {
        assumeTrue(has("tinyproxy"), "tinyproxy is not installed");
        String text = "Port 8888\nListen 10.86.0.2\nTimeout 600\nConnectPort 1194\n";
        Path config = file("tinyproxy.conf", text + String.join("\n", more) + "\n");
        return lab.beside(8888, List.of("tinyproxy", "-d", "-c", config.toString()));
    }

    private Beside dante() throws IOException {
        Path config =
                file(
                        "danted.conf",
                        """
                        logoutput: stderr
                        internal: 10.86.0.2 port = 1080
                        external: cvlab1
                        clientmethod: none
                        socksmethod: none
                        user.privileged: root
                        user.unprivileged: nobody
                        client pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }
                        socks pass {
                            from: 0.0.0.0/0 to: 0.0.0.0/0
                            command: connect udpassociate udpreply
                        }
                        """);
        return lab.beside(1080, List.of("danted", "-f", config.toString()));
    }

    private Shell.Result answering(String lines, String profile) {
        return lab.ctlWith(lines, "connect", profile, "--password-fd", "0", "--wait", "20");
    }

    private Path file(String name, String text) throws IOException {
        Path file = lab.folder().resolve(name);
        Files.writeString(file, text);
        Shell.bash("chmod 0644 " + file).must();
        return file;
    }

    private static boolean has(String program) {
        return Shell.bash("command -v " + program).exit() == 0;
    }
}
