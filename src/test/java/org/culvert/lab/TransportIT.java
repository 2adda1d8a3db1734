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
import java.time.Duration;
import java.time.Instant;

/** Which servers are tried, in which way and how often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportIT {
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
    void aNameWhoseFirstAddressIsDeadFallsOverWithinSeconds() throws IOException {
        Server server = lab.server("both");
        try {
            Instant start = Instant.now();
            connects("remote both.lab 1194 udp");
            assertTrue(Duration.between(start, Instant.now()).toSeconds() < 8, lab.helperLog());
            lab.ctl("disconnect");
            connects("remote both.lab 1194 udp4");
            lab.ctl("disconnect");
            Shell.Result six =
                    lab.ctl("connect", profile("remote plain.lab 1194 udp6"), "--wait", "20");
            assertEquals(20, six.exit(), six.out());
            assertTrue(six.out().contains("NET-2"), six.out());
        } finally {
            server.stop();
        }
    }

    @Test
    void blocksAreTriedInOrderEachInItsOwnWay() throws IOException {
        Server server = lab.server("blocks", "proto tcp-server");
        try (var _ = lab.silence(1196)) {
            connects(
                    "<connection>\nremote 10.86.0.2 1196 udp\nconnect-timeout 1\n</connection>",
                    "<connection>\nremote 10.86.0.2 1194 tcp\nhttp-proxy 10.86.0.2 9\n"
                            + "</connection>",
                    "<connection>\nremote 10.86.0.2 1194 tcp4\nlport 5678\n</connection>");
            assertTrue(
                    lab.here("ss -Hnt dport = :1194").out().contains("10.86.0.1:5678"),
                    lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void ourOwnEndIsWhereTheProfileSays() throws IOException {
        Server server = lab.server("local");
        try {
            connects(UDP, "local 10.86.0.1", "lport 4567");
            assertTrue(
                    lab.here("ss -Hnu dport = :1194").out().contains("10.86.0.1:4567"),
                    lab.helperLog());
            lab.ctl("disconnect");
            Shell.Result foreign =
                    lab.ctl("connect", profile(UDP, "local 192.0.2.77"), "--wait", "20");
            assertEquals(60, foreign.exit(), foreign.out());
            assertTrue(foreign.out().contains("192.0.2.77"), foreign.out());
        } finally {
            server.stop();
        }
    }

    @Test
    void aDisconnectEndsAConnectionThatIsStillOnItsWay() throws IOException {
        lab.there(
                        "nft 'add table ip mute; add chain ip mute in { type filter hook input"
                                + " priority 0; }; add rule ip mute in tcp dport 1197 drop'")
                .must();
        try {
            lab.ctl("connect", profile("remote 10.86.0.2 1197 tcp", "connect-timeout 60"));
            assertTrue(Shell.eventually(10, () -> lab.ctl("status").out().contains("connecting")));
            Instant start = Instant.now();
            lab.ctl("disconnect");
            assertTrue(
                    Shell.eventually(10, () -> !lab.ctl("status").out().contains("connecting")),
                    lab.helperLog());
            assertTrue(Duration.between(start, Instant.now()).toSeconds() < 5, lab.helperLog());
        } finally {
            lab.there("nft delete table ip mute").must();
        }
    }

    @Test
    void aServerThatMovesIsFollowedWhereTheProfileAllowsIt() throws IOException {
        Server server = lab.server("float", "keepalive 20 60");
        try {
            connects(UDP, "float");
            moveServer();
            assertTrue(pings(), lab.helperLog());
            lab.ctl("disconnect");
            lab.there("nft delete table ip move").must();
            connects(UDP);
            moveServer();
            assertFalse(pings(), lab.helperLog());
        } finally {
            lab.there("nft delete table ip move");
            lab.ctl("disconnect");
            server.stop();
        }
    }

    private void moveServer() {
        lab.there(
                        "nft 'add table ip move; add chain ip move out { type filter hook"
                            + " postrouting priority 0; }; add chain ip move in { type filter hook"
                            + " prerouting priority -300; }; add rule ip move out udp sport 1194"
                            + " udp sport set 1195; add rule ip move in udp dport 1195 udp dport"
                            + " set 1194'")
                .must();
    }

    @Test
    void allServersAreTriedAsOftenAsTheProfileSays() throws IOException {
        String profile = profile(UDP, "connect-retry 1 1", "connect-retry-max 8");
        lab.ctl("connect", profile);
        assertTrue(Shell.eventually(10, () -> lab.ctl("status").out().contains("NET-4")));
        Server server = lab.server("late");
        try {
            assertTrue(Shell.eventually(15, this::pings), lab.helperLog());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
        Shell.Result twice =
                lab.ctl(
                        "connect",
                        profile(UDP, "connect-retry 1 1", "connect-retry-max 2"),
                        "--wait",
                        "20");
        assertEquals(20, twice.exit(), twice.out());
        assertTrue(twice.out().contains("NET-4"), twice.out());
    }

    @Test
    void aFreshNameIsAskedForWhereTheProfileSays() throws IOException {
        Shell.Result result =
                lab.ctl(
                        "connect",
                        profile("remote nothing.example 1194", "remote-random-hostname"),
                        "--wait",
                        "20");
        assertEquals(20, result.exit(), result.out());
        assertTrue(result.out().matches("(?s).*[0-9a-f]{12}\\.nothing\\.example.*"), result.out());
    }

    @Test
    void whereLargePacketsAreLostThatIsSaid() throws IOException {
        Server server = lab.server("large");
        lab.there(
                        "nft 'add table ip mtu; add chain ip mtu in { type filter hook input"
                                + " priority 0; }; add rule ip mtu in udp length > 400 drop'")
                .must();
        try {
            Shell.Result lost = lab.ctl("connect", profile(UDP, "hand-window 6"), "--wait", "20");
            assertEquals(20, lost.exit(), lost.out() + lab.helperLog());
            said("NET-6", "Small packets pass, large ones do not", lost.out());
        } finally {
            lab.there("nft delete table ip mtu").must();
            server.stop();
        }
    }

    @Test
    void aConnectionThatIsLostOrEndedByTheServerSaysWhich() throws IOException {
        Server server = lab.server("ends", "explicit-exit-notify 1");
        try {
            connects(UDP);
            server.signal("TERM");
            assertTrue(Shell.eventually(15, () -> lab.ctl("status").out().contains("LNK-2")));
            said("LNK-2", "The server ended the connection", lab.ctl("status").out());
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
        Server silent = lab.server("silent");
        try {
            connects(UDP);
            try (var _ = lab.silence(1194)) {
                assertTrue(Shell.eventually(20, () -> lab.ctl("status").out().contains("LNK-1")));
                said("LNK-1", "Connection lost, reconnecting", lab.ctl("status").out());
            }
        } finally {
            lab.ctl("disconnect");
            silent.stop();
        }
    }

    /** The code and its sentence, on the command line and in the log. */
    private void said(String code, String sentence, String out) {
        assertTrue(out.contains(code) && out.contains(sentence), out);
        assertTrue(lab.ctl("log").out().contains(code + " " + sentence), lab.helperLog());
    }

    private void connects(String... lines) throws IOException {
        Shell.Result connected = lab.ctl("connect", profile(lines), "--wait", "20");
        assertEquals(0, connected.exit(), connected.out() + lab.helperLog());
        assertTrue(pings(), lab.helperLog());
    }

    private String profile(String... lines) throws IOException {
        return lab.profile("transport", lines).toString();
    }

    private boolean pings() {
        return lab.here("ping -c 4 -i 0.2 -W 1 -q 10.86.9.1").out().contains(" 0% packet loss");
    }
}
