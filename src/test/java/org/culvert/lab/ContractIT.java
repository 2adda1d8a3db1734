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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every verb of {@code culvertctl} as the contract has it, with the built launchers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractIT {
    /** Those of a connection, in their order (design 5.1). */
    private static final List<String> KEYS =
            List.of(
                    ("id profile state stage since attempt retryAt remote proto cipher tlsVersion"
                         + " tlsGroup dataPath device addresses routes dns mtu bytesIn bytesOut"
                         + " packetsIn packetsOut rttMillis killSwitch prompt failure")
                            .split(" "));

    private static final String UDP = "remote 10.86.0.2 1194 udp";

    /**
     * So little is under way that no socket of openvpn overflows, and no kernel looks for routers
     * through its device; openvpn drops what has an address that it has not given.
     */
    private static final Map<String, String> QUIET =
            Map.of(
                    "net.ipv4.tcp_rmem",
                    "4096 32768 32768",
                    "net.ipv6.conf.default.disable_ipv6",
                    "1");

    private final JsonMapper json = JsonMapper.builder().build();
    private Lab lab;
    private String before = "";

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        lab = Lab.open();
        Shell.bash("chmod 0777 " + lab.folder()).must();
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
    void tenMegabytesEachWayArriveWholeAndAreCountedAsThePeerSeesThem() throws IOException {
        try (var _ = lab.settingsHere(QUIET);
                var _ = lab.settingsThere(QUIET)) {
            Server server = lab.server("bulk");
            try {
                tenMegabytesEachWay();
            } finally {
                lab.ctl("disconnect");
                server.stop();
            }
        }
    }

    private void tenMegabytesEachWay() throws IOException {
        connect(lab.profile("bulk", UDP), "--wait", "20");
        JsonNode up = status().get("connections").get(0);
        String ours = up.get("addresses").get(0).asString().replaceAll("/.*", "");
        lab.serveWeb("cvlab-c", ours, 8001);
        String whole = Shell.bash("sha256sum < " + lab.folder() + "/web/big").must().out();

        String down = "curl -sf -m 60 --retry 20 --retry-connrefused http://%s/big | sha256sum";
        assertEquals(whole, lab.here(down.formatted("10.86.9.1:8000")).out());
        assertEquals(whole, lab.there(down.formatted(ours + ":8001")).out());

        boolean equal = Shell.eventually(10, () -> counted().equals(seenByPeer()));
        assertTrue(equal, () -> counted() + " here, there " + seenByPeer());
    }

    @Test
    void theStatusAsDataIsThatOfTheContract() throws IOException {
        Server server = lab.server("status", "push \"dhcp-option DNS 10.86.9.1\"");
        try {
            connect(lab.profile("status", UDP), "--without-dns", "--wait", "20");
            JsonNode all = status();
            JsonNode c = all.get("connections").get(0);

            assertEquals(List.of("connections"), keys(all));
            assertEquals(KEYS, keys(c));
            assertEquals("status", c.get("profile").asString());
            assertEquals("on", c.get("state").asString());
            assertTrue(c.get("stage").isNull());
            assertTrue(c.get("failure").isNull());
            assertTrue(c.get("prompt").isNull());
            assertTrue(c.get("retryAt").isNull());
            assertEquals("10.86.0.2:1194", c.get("remote").asString());
            assertEquals("udp", c.get("proto").asString());
            assertEquals("AES-256-GCM", c.get("cipher").asString());
            assertEquals("TLSv1.3", c.get("tlsVersion").asString());
            assertTrue(c.get("addresses").get(0).asString().matches("10\\.86\\.1\\.\\d+/24"));
            assertEquals("10.86.9.1/32", c.get("routes").get(0).asString());
            assertTrue(c.get("dns").isEmpty(), "without DNS there is none");
            assertTrue(c.get("device").asString().length() > 2);
            assertEquals(1500, c.get("mtu").asInt());
            assertFalse(c.get("killSwitch").asBoolean());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
        assertEquals(0, status().get("connections").size());
    }

    @Test
    void aFailureAsDataIsItsCodeAndItsText() throws IOException {
        lab.ctl("connect", lab.profile("bad", "remote 10.86.0.2 1195 udp").toString()).must();
        assertTrue(
                Shell.eventually(20, () -> status().findValuesAsString("state").contains("failed")),
                lab::helperLog);
        JsonNode c = status().get("connections").get(0);

        assertEquals(KEYS, keys(c));
        assertEquals("failed", c.get("state").asString());
        assertEquals(List.of("code", "text"), keys(c.get("failure")));
        assertEquals("NET-4", c.get("failure").get("code").asString());
    }

    @Test
    void profilesAreKeptUnderNamesAndConnectByThem() throws IOException {
        Path file = lab.profile("Kept Profile", UDP);
        Server server = lab.server("kept");
        try {
            assertEquals("added Kept Profile\n", ok("import", file.toString()));
            assertEquals("already there: Kept Profile\n", ok("import", file.toString()));
            assertEquals("Kept Profile\n", ok("list"));
            assertEquals(Files.readString(file), ok("export", "Kept Profile"));
            assertEquals("办公室\n", ok("rename", "Kept Profile", "办公室"));
            assertTrue(ok("connect", "办公室", "--wait", "20").contains("办公室  connected"));
            assertEquals("", ok("reconnect", "办公室"));
            assertEquals(2, lab.ctl("disconnect", "nobody").exit());
            assertEquals(2, lab.ctl("reconnect", "nobody").exit());
            assertEquals("", ok("disconnect", "办公室"));
            assertEquals("not connected\n", ok("status"));
            assertEquals("", ok("remove", "办公室"));
            assertEquals("", ok("list"));
            for (String verb : List.of("remove", "export", "connect")) {
                assertEquals(2, lab.ctl(verb, "办公室").exit(), verb);
            }
            assertEquals(2, lab.ctl("rename", "办公室", "x").exit());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void filesElsewhereAreTakenWithWithAndComeInline() throws IOException {
        Path folder = Files.createDirectory(lab.folder().resolve("apart"));
        Path file = folder.resolve("apart.ovpn");
        String lines = "client\nremote-cert-tls server\nca ca.crt\ncert c.crt\nkey c.key\n" + UDP;
        Files.writeString(file, lines);
        Files.writeString(folder.resolve("c.crt"), lab.pem("client.crt"));
        Files.writeString(folder.resolve("c.key"), lab.pem("client.key"));
        String ca = lab.folder() + "/pki/ca.crt";

        assertEquals("draft", verdict(40, file.toString()));
        assertEquals("importable", verdict(0, "--with", ca, file.toString()));
        ok("import", file.toString(), "--with", ca);
        assertEquals(lines, ok("export", "apart"));
        assertTrue(ok("export", "apart", "--inlined").contains(lab.pem("ca.crt").strip()));
        ok("remove", "apart");
    }

    @Test
    void checkSaysTheVerdictOfEachFileAndExitsWithTheFirstFailure() throws IOException {
        Path good = lab.profile("good", UDP, "up /bin/false");
        Path draft = lab.profile("draft", UDP, "dev tap");
        Path page = Files.writeString(lab.folder().resolve("page.ovpn"), "<html></html>");

        Shell.Result all = lab.ctl("check", good.toString(), draft.toString(), page.toString());

        assertEquals(40, all.exit());
        assertTrue(all.out().contains(good + ": importable"), all.out());
        assertTrue(all.out().contains(draft + ": draft"), all.out());
        assertTrue(all.out().contains(page + ": refused"), all.out());
        assertTrue(all.out().matches("(?s).*good\\.ovpn:\\d+:\\d+ {2}up {2}.*"), all.out());
        assertEquals("refused", verdict(40, page.toString()));
    }

    @Test
    void aPassphraseAndAPasswordComeInTheOrderAsked() throws IOException {
        Server server = passwordServer("order");
        try {
            Path profile =
                    lab.profile(
                            "order",
                            UDP,
                            "auth-user-pass",
                            "<key>\n" + lab.pem("locked.key") + "</key>");
            String[] words = {
                "connect", profile.toString(), "--user", "anna", "--password-fd", "0", "--wait"
            };
            Shell.Result right = lab.ctlWith("sesame\nright\n", words);
            assertEquals(0, right.exit(), right.out() + lab.helperLog());
            lab.ctl("disconnect");
            Shell.Result swapped = lab.ctlWith("right\nsesame\n", words);
            assertEquals(10, swapped.exit(), swapped.out() + lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void onATerminalItAsksAndWithoutOneAnOpenQuestionEndsTheAttempt() throws IOException {
        Server server = passwordServer("asks");
        try {
            String profile = lab.profile("asks", UDP, "auth-user-pass").toString();
            var prompts = new LinkedHashMap<String, String>();
            prompts.put("User: ", "anna");
            prompts.put("Password: ", "right-and-unseen");
            Shell.Result typed = lab.ctlOnTerminal(prompts, "connect", profile);
            assertEquals(0, typed.exit(), typed.out() + lab.helperLog());
            assertTrue(typed.out().contains("Password:"), typed.out());
            assertFalse(typed.out().contains("unseen"), typed.out());
            assertTrue(Shell.eventually(10, () -> lab.ctl("status").out().contains("connected")));
            lab.ctl("disconnect");
            Shell.Result alone = lab.ctl("connect", profile);
            assertEquals(10, alone.exit(), alone.out());
            assertEquals("not connected\n", ok("status"));
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void twoClientsSeeTheSameEvents() throws IOException {
        Server server = lab.server("events");
        Path one = lab.folder().resolve("one.log");
        Path two = lab.folder().resolve("two.log");
        Process first = lab.ctlBeside(one, "watch", "--json");
        Process second = lab.ctlBeside(two, "watch", "--json");
        try {
            assertTrue(
                    Shell.eventually(
                            10, () -> heard(one).equals(heard(two)) && !heard(one).isEmpty()));
            connect(lab.profile("events", UDP), "--wait", "20");
            lab.ctl("disconnect");
            boolean over =
                    Shell.eventually(
                            10,
                            () ->
                                    heard(one).equals(heard(two))
                                            && heard(one).contains("on")
                                            && heard(one).getLast().equals("none"));
            assertTrue(over, () -> heard(one) + " " + heard(two));
            assertTrue(heard(one).indexOf("connecting") < heard(one).indexOf("on"));
            for (JsonNode event : events(one)) {
                assertEquals(List.of("connections"), keys(event));
                event.get("connections").forEach(c -> assertEquals(KEYS, keys(c)));
            }
        } finally {
            first.destroy();
            second.destroy();
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void statsLogAndDoctorTellOfThisMachine() throws IOException {
        Server server = lab.server("stats");
        try {
            connect(lab.profile("stats", UDP), "--wait", "20");
            lab.here("ping -c 5 -i 0.2 -q 10.86.9.1").must();

            List<String> stages =
                    ok("stats").lines().filter(l -> !l.startsWith("dropped, ")).toList();
            assertEquals(9, stages.size(), stages::toString);
            JsonNode stats = json.readTree(ok("--json", "stats"));
            double shares = 0;
            for (JsonNode row : stats.get("stages")) {
                boolean whole = row.get("stage").asString().equalsIgnoreCase("reassemble");
                assertEquals(!whole, row.get("count").asLong() > 0, row::toString);
                shares += row.get("share").asDouble();
            }
            assertEquals(1, shares, 0.001);
            assertTrue(
                    stages.stream()
                            .allMatch(l -> l.matches("[a-z ]+ +\\d+\\.\\d % +\\d+ ns +\\d+")),
                    stages::toString);
            assertTrue(ok("log").contains("stats"), ok("log"));
            Shell.Result doctor = lab.ctl("doctor");
            assertTrue(doctor.out().contains("helper: answers"), doctor.out());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void noPasswordAndNoKeyIsEverWrittenDown() throws IOException {
        Server server = passwordServer("secrets");
        try {
            Path profile =
                    lab.profile(
                            "secrets",
                            UDP,
                            "auth-user-pass",
                            "verb 11",
                            "<key>\n" + lab.pem("locked.key") + "</key>");
            var said = new StringBuilder(ok("check", profile.toString()));
            said.append(
                    lab.ctlWith(
                                    "sesame\nright-and-secret\n",
                                    "connect",
                                    profile.toString(),
                                    "--user",
                                    "anna",
                                    "--password-fd",
                                    "0",
                                    "--wait")
                            .out());
            said.append(ok("--json", "status")).append(ok("log")).append(lab.diary());
            said.append(Shell.bash("ps axww -o args; cat " + lab.folder() + "/state/*").out());

            for (String secret : List.of("sesame", "right-and-secret", line("locked.key"))) {
                assertFalse(said.toString().contains(secret), secret);
            }
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void helperUserAndStrangerAreThreeAccountsAndNoneIsRoot() {
        long pid = lab.helper().pid();
        String helper =
                Shell.bash("awk '/^Uid/ {print $2}' /proc/" + pid + "/status").out().strip();
        String capabilities =
                Shell.bash("awk '/^CapEff/ {print $2}' /proc/" + pid + "/status").out();
        String user = Shell.bash("id -u culvert-lab").out().strip();

        assertTrue(!helper.equals("0") && !user.equals("0") && !helper.equals(user));
        assertEquals("0000000000001000", capabilities.strip(), "CAP_NET_ADMIN and nothing else");
        for (String verb : List.of("status", "disconnect", "stats", "log", "watch")) {
            Shell.Result stranger = lab.asStranger(verb);
            assertEquals(50, stranger.exit(), verb);
            assertTrue(stranger.out().contains("HLP-3"), stranger.out());
        }
    }

    private Server passwordServer(String name) throws IOException {
        String judge =
                lab.script(name + ".sh", "case $password in right*) exit 0;; *) exit 1;; esac\n");
        return lab.server(name, "script-security 3", "auth-user-pass-verify " + judge + " via-env");
    }

    private void connect(Path profile, String... flags) {
        var words = new ArrayList<>(List.of("connect", profile.toString()));
        words.addAll(List.of(flags));
        Shell.Result result = lab.ctl(words.toArray(String[]::new));
        assertEquals(0, result.exit(), result.out() + lab.helperLog());
    }

    private String ok(String... words) {
        Shell.Result result = lab.ctl(words);
        assertEquals(0, result.exit(), result.out());
        return result.out();
    }

    private String verdict(int exit, String... words) {
        var all = new ArrayList<>(List.of("--json", "check"));
        all.addAll(List.of(words));
        Shell.Result result = lab.ctl(all.toArray(String[]::new));
        assertEquals(exit, result.exit(), result.out());
        return json.readTree(result.out()).get("verdict").asString();
    }

    private JsonNode status() {
        return json.readTree(ok("--json", "status"));
    }

    /** Octets and packets in and out, as we count them. */
    private List<Long> counted() {
        JsonNode c = status().get("connections").get(0);
        return List.of(
                c.get("bytesIn").asLong(),
                c.get("packetsIn").asLong(),
                c.get("bytesOut").asLong(),
                c.get("packetsOut").asLong());
    }

    /** The same as the device of the server has them; what comes in here went out there. */
    private List<Long> seenByPeer() {
        String of =
                "cd /sys/class/net/tun0/statistics; cat tx_bytes tx_packets rx_bytes rx_packets";
        return lab.there(of).must().out().lines().map(Long::parseLong).toList();
    }

    /** The states that a client was told, without repeats; {@code none} where there was none. */
    private List<String> heard(Path log) {
        var states = new ArrayList<String>();
        for (JsonNode event : events(log)) {
            JsonNode all = event.get("connections");
            String state = all.isEmpty() ? "none" : all.get(0).get("state").asString();
            if (states.isEmpty() || !states.getLast().equals(state)) {
                states.add(state);
            }
        }
        return states;
    }

    private List<JsonNode> events(Path log) {
        return Shell.bash("cat " + log).out().lines().map(json::readTree).toList();
    }

    private static List<String> keys(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private String line(String pem) throws IOException {
        return lab.pem(pem).lines().skip(1).findFirst().orElseThrow();
    }
}
