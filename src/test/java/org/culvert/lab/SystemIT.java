package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.culvert.dbus.Bus;
import org.culvert.dbus.FakeResolved;
import org.culvert.dbus.PrivateBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the system refuses, what blocks, and what is left when the helper dies at any moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemIT {
    private static final String DEGRADED = "connected, but the server does not answer";
    private static final String UDP = "remote 10.86.0.2 1194 udp";
    private static final String FULL = "push \"redirect-gateway def1\"";
    private static final String DNS = "push \"dhcp-option DNS 10.86.1.1\"";
    private static final String FILE = "/etc/netns/cvlab-c/resolv.conf";

    private Lab lab;
    private String before = "";

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        lab = Lab.open();
        before = network();
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
        assertEquals(before, network(), lab.helperLog());
    }

    private String network() {
        return lab.network() + Shell.bash("cat " + FILE).out();
    }

    private Shell.Result connect(Path profile, String... more) {
        var words = new ArrayList<>(List.of("connect", profile.toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--wait", "20"));
        return lab.ctl(words.toArray(String[]::new));
    }

    private void says(Shell.Result result, int exit, String... texts) {
        assertEquals(exit, result.exit(), result.out() + lab.helperLog());
        for (String text : texts) {
            assertTrue(result.out().contains(text), text + " in: " + result.out());
        }
    }

    private String state() {
        return lab.ctl("status").out();
    }

    private boolean pings() {
        return Shell.eventually(
                10, () -> lab.here("ping -c 2 -i 0.2 -W 1 -q 10.86.9.1").exit() == 0);
    }

    /** Hides {@code /dev/net} from the helper alone. */
    @Test
    void withoutATunDeviceTheCodeIsSys1() throws IOException {
        Server server = lab.server("notun");
        String inside = "nsenter -t " + lab.helper().pid() + " -m -- ";
        Shell.bash(inside + "mount -t tmpfs none /dev/net").must();
        try {
            says(connect(lab.profile("notun", UDP)), 60, "SYS-1", "/dev/net/tun");
        } finally {
            Shell.bash(inside + "umount /dev/net").must();
            server.stop();
        }
    }

    @Test
    void anAddressThatTheKernelRefusesIsSys2() throws IOException {
        Server server =
                lab.server("refused", "push \"ifconfig-ipv6 fd00:86::2/64 fd00:86::1\"", FULL);
        try (var _ = lab.settingsHere(Map.of("net.ipv6.conf.default.disable_ipv6", "1"))) {
            says(connect(lab.profile("refused", UDP)), 60, "SYS-2", "fd00:86::2/64");
            assertEquals(before, network(), "nothing stays of a plan that is refused");
        } finally {
            server.stop();
        }
    }

    @Test
    void aFullTunnelWhoseNamesCannotBeSetIsBlockedUntilAPersonGoesWithout() throws IOException {
        Server server = lab.server("names", FULL, DNS);
        try {
            Path profile = lab.profile("names", UDP);
            says(connect(profile), 60, "SYS-3", "KS-1");
            assertTrue(state().contains("blocked"), state());
            int outside = lab.outside(() -> assertFalse(reachesOutside()));
            assertEquals(0, outside);
            says(connect(profile, "--without-dns"), 0, "connected");
            assertTrue(pings(), lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    private boolean reachesOutside() {
        return lab.here("ping -c 3 -i 0.2 -W 1 -q 192.0.2.9").exit() == 0;
    }

    @Test
    void aSplitTunnelWhoseNamesCannotBeSetIsDegradedAndSaysSo() throws IOException {
        Server server = lab.server("split", DNS);
        try {
            says(connect(lab.profile("split", UDP)), 0, "SYS-3");
            assertTrue(pings(), lab.helperLog());
            assertTrue(state().contains("SYS-3"), state());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aServerThatFallsSilentIsLnk1() throws IOException {
        Server server = lab.server("silent");
        try {
            Path profile = lab.profile("silent", UDP);
            says(connect(profile), 0);
            try (var _ = lab.silence(1194)) {
                assertTrue(
                        Shell.eventually(10, () -> lab.ctl("log").out().contains(DEGRADED)),
                        lab.helperLog());
                assertTrue(
                        Shell.eventually(20, () -> lab.ctl("log").out().contains("LNK-1")),
                        lab.helperLog());
                String[] words = {"connect", profile.toString(), "--wait", "2"};
                says(lab.ctl(words), 70, "LNK-1", "Connection lost");
                assertTrue(state().contains("LNK-1"), this::state);
            }
            assertTrue(
                    Shell.eventually(30, () -> state().contains("connected") && pings()),
                    lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aFullTunnelThatEndsForGoodBlocksWithKs1UntilAPersonDisconnects() throws IOException {
        Server server = lab.server("good", FULL);
        Server expired = null;
        try {
            says(connect(lab.profile("good", UDP)), 0);
            server.stop();
            expired = lab.server("expired", FULL, "cert expired.crt", "key expired.key");
            assertTrue(Shell.eventually(40, () -> state().contains("KS-1")), lab.helperLog());
            assertTrue(state().contains("TLS-5"), state());
            says(connect(lab.profile("other", UDP)), 70, "KS-1", "Traffic is blocked");
            assertEquals(0, lab.outside(() -> assertFalse(reachesOutside())));
        } finally {
            lab.ctl("disconnect");
            server.stop();
            if (expired != null) {
                expired.stop();
            }
        }
    }

    @Test
    void aProfileForAllTrafficLetsNothingPassWhileItConnectsForTheFirstTime() throws IOException {
        Process talk = lab.talk("while :; do ping -c 1 -W 1 192.0.2.9; done");
        try {
            assertTrue(lab.outside(() -> Shell.bash("sleep 1")) > 0, "the same is seen when off");
            try (var _ = lab.silence(1194)) {
                nothingPassesMeanwhile();
            }
            assertTrue(Shell.eventually(20, () -> state().contains("NET-")), this::state);
            assertFalse(lab.network().contains("table inet culvert"), lab.network());
        } finally {
            talk.destroy();
        }
    }

    private void nothingPassesMeanwhile() throws IOException {
        Path profile = lab.profile("first", UDP, "redirect-gateway def1", "connect-timeout 8");
        says(lab.ctl("connect", profile.toString()), 0);
        assertTrue(
                Shell.eventually(5, () -> lab.network().contains("table inet culvert")),
                lab.helperLog());
        assertEquals(0, lab.outside(() -> Shell.bash("sleep 2")), lab.helperLog());
    }

    @Test
    void aProfileForAllTrafficConnects() throws IOException {
        Server server = lab.server("all");
        try {
            says(connect(lab.profile("all", UDP, "redirect-gateway def1")), 0);
            assertTrue(pings(), lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void aSecondTunnelForAllTrafficIsRefusedAndTheFirstStaysClosedAround() throws IOException {
        Server server = lab.server("two", FULL);
        try {
            says(connect(lab.profile("one", UDP)), 0);
            Path second = lab.profile("second", UDP, "redirect-gateway def1");
            says(connect(second), 60, "SYS-2", "Another VPN has all traffic");
            lab.ctl("disconnect", "second");
            assertTrue(lab.network().contains("table inet culvert"), lab.network());
            assertEquals(0, lab.outside(() -> assertFalse(reachesOutside())));
            lab.ctl("disconnect", "one");
            says(connect(second), 0);
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    /** Another program's hand: in a moment all is as it was, and traffic goes on (R109, R110). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nft flush ruleset",
                "ip rule del priority 30990",
                "ip -6 rule del priority 30900",
                "ip route flush table 25462",
                "ip link set culvert0 down",
                "ip -4 addr flush dev culvert0"
            })
    void whatAnotherProgramTakesAwayIsPutBack(String deed) throws IOException {
        Server server = lab.server("touched", FULL);
        try {
            says(connect(lab.profile("touched", UDP)), 0);
            String up = lab.network();
            lab.here(deed).must();
            assertTrue(Shell.eventually(5, () -> lab.network().equals(up)), lab::network);
            assertTrue(
                    Shell.eventually(5, () -> lab.helperLog().contains("undone by another")),
                    lab::helperLog);
            assertEquals(0, lab.outside(() -> assertFalse(reachesOutside())));
            lab.here("ping -c 1 -W 5 10.86.9.1").must();
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    /** Another product with our names is named, and stays as it is (R26). */
    @ParameterizedTest
    @CsvSource({
        "nft add table inet culvert, nft delete table inet culvert, nft table inet culvert",
        "ip rule add priority 30950 lookup 77, ip rule del priority 30950, ip rule 30950",
        "ip route add 198.51.100.0/24 dev lo table 25462, ip route flush table 25462, table 25462"
    })
    void whatBelongsToAnotherProgramIsNamedAndStays(String deed, String undone, String name)
            throws IOException {
        Server server = lab.server("foreign", FULL);
        lab.here(deed).must();
        String foreign = network();
        try {
            says(connect(lab.profile("foreign", UDP)), 60, "SYS-2", name);
            assertEquals(foreign, network(), lab.helperLog());
        } finally {
            lab.here(undone).must();
            server.stop();
        }
    }

    @Test
    void aHelperThatIsAskedToEndTakesEverythingBack() throws IOException {
        Server server = lab.server("term", FULL);
        try {
            says(connect(lab.profile("term", UDP)), 0);
            lab.helper().destroy();
            assertTrue(Shell.eventually(15, () -> !lab.helper().isAlive()));
            assertEquals(before, network(), lab.helperLog());
        } finally {
            lab.restartHelper();
            server.stop();
        }
    }

    /** From before the TUN until after the last rule. */
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 120, 140, 170, 200, 250})
    void aHelperKilledAtAnyMomentOfConnectingIsCleanedUpAfter(int millis) throws IOException {
        Server server = lab.server("moment", FULL);
        try {
            Path profile = lab.profile("moment", UDP);
            says(connect(profile), 0);
            lab.ctl("disconnect");
            says(lab.ctl("connect", profile.toString()), 0);
            Shell.bash("sleep 0." + String.format("%03d", millis));
            lab.helper().destroyForcibly();
            assertTrue(Shell.eventually(5, () -> !lab.helper().isAlive()));
            lab.restartHelper();
            assertEquals(before, network(), lab.helperLog());
        } finally {
            server.stop();
        }
    }

    @Test
    void asRootTheFileOfNamesIsWrittenAndComesBackAfterKillNine() throws IOException {
        Server server = lab.server("file", FULL, DNS);
        var root = new RootHelper("");
        try {
            root.start();
            says(root.connect(lab.profile("file", UDP)), 0, "10.86.1.1");
            assertTrue(Shell.bash("cat " + FILE).out().contains("nameserver 10.86.1.1"));
            assertTrue(pings());
            root.ctl("disconnect");
            assertEquals(before, network(), root.log());
            says(root.connect(lab.profile("file", UDP)), 0);
            root.kill();
            root.start();
            assertEquals(before, network(), root.log());
        } finally {
            root.kill();
            server.stop();
        }
    }

    @Test
    void whereProgramsAskResolvedItIsToldAndTheFileStays() throws Exception {
        Server server = lab.server("resolved", FULL, DNS);
        Shell.bash("cp " + FILE + " " + FILE + ".kept; echo nameserver 127.0.0.53 > " + FILE)
                .must();
        try (var daemon = new PrivateBus();
                Bus bus = daemon.open()) {
            FakeResolved resolved = FakeResolved.on(bus, false);
            var root = new RootHelper("DBUS_SYSTEM_BUS_ADDRESS=" + daemon.address());
            root.start();
            try {
                says(root.connect(lab.profile("resolved", UDP)), 0);
                assertEquals("nameserver 127.0.0.53\n", Shell.bash("cat " + FILE).out());
                root.ctl("disconnect");
                List<String> calls =
                        resolved.calls().stream()
                                .map(call -> call.replaceFirst(" .*", ""))
                                .toList();
                assertEquals(List.of("dns", "domains", "default", "revert"), calls);
                assertTrue(resolved.calls().getFirst().endsWith("2:0a560101"));
            } finally {
                root.kill();
            }
        } finally {
            Shell.bash("cat " + FILE + ".kept > " + FILE + "; rm " + FILE + ".kept").must();
            server.stop();
        }
    }

    /** A helper with all rights beside the laboratory's own. */
    private final class RootHelper {
        private final String environment;
        private Process process;

        private RootHelper(String environment) {
            this.environment = environment;
        }

        private void start() {
            Shell.bash("rm -f " + socket() + "; mkdir -p " + lab.folder() + "/root");
            String owner = Shell.bash("id -u culvert-lab").must().out().strip();
            process =
                    Shell.start(
                            List.of(
                                    "bash",
                                    "-c",
                                    "exec env %s ip netns exec cvlab-c %s/program/bin/culvert-helper --socket %s --state %s/root --owner %s"
                                            .formatted(
                                                    environment,
                                                    lab.folder(),
                                                    socket(),
                                                    lab.folder(),
                                                    owner)),
                            lab.folder().resolve("root.log"));
            assertTrue(Shell.eventually(30, () -> ctl("status").exit() == 0), this::log);
        }

        private void kill() {
            process.destroyForcibly();
            Shell.eventually(5, () -> !process.isAlive());
        }

        private String socket() {
            return lab.folder() + "/run/root.sock";
        }

        private String log() {
            return Shell.bash("tail -n 30 " + lab.folder() + "/root.log").out();
        }

        private Shell.Result ctl(String... words) {
            var all = new ArrayList<>(List.of("--socket", socket()));
            all.addAll(List.of(words));
            return lab.ctl(all.toArray(String[]::new));
        }

        private Shell.Result connect(Path profile) {
            return ctl("connect", profile.toString(), "--wait", "20");
        }
    }
}
