package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Our practice server, visited by the real openvpn of the distribution and by ourselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeServerIT {
    private Lab lab;
    private Path folder;
    private Path diary;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        lab = Lab.open();
        folder = lab.folder().resolve("practice");
        diary = lab.folder().resolve("practice.log");
    }

    @AfterAll
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    private Process server(String proto) {
        Process server =
                Shell.start(
                        List.of(
                                "ip",
                                "netns",
                                "exec",
                                "cvlab-s",
                                lab.folder() + "/program/bin/culvert-server",
                                "--practice",
                                "--dir",
                                folder.toString(),
                                "--listen",
                                "10.86.0.2:1194",
                                "--proto",
                                proto,
                                "--network",
                                "10.86.1.0/24",
                                "--route",
                                "10.86.9.1/32"),
                        diary);
        assertTrue(Shell.eventually(20, () -> diary().contains("listening at")), diary());
        return server;
    }

    private String diary() {
        return Shell.bash("cat " + diary).out();
    }

    private static void stop(Process process) {
        process.destroy();
        assertTrue(Shell.eventually(10, () -> !process.isAlive()));
    }

    @ParameterizedTest
    @CsvSource({
        "udp, AES-256-GCM",
        "udp, CHACHA20-POLY1305",
        "tcp, AES-128-GCM",
    })
    void openvpnComesInAndFetchesTenMegabytes(String proto, String cipher) throws IOException {
        Process server = server(proto);
        Path log = lab.folder().resolve("client.log");
        Process client = openvpn(folder.resolve("practice.ovpn"), cipher, log);
        try {
            String done = "Initialization Sequence Completed";
            assertTrue(Shell.eventually(20, () -> read(log).contains(done)), read(log) + diary());
            assertTrue(read(log).contains("Data Channel: cipher '" + cipher), read(log));
            lab.here("ping -c 3 -i 0.2 10.86.1.1").must();
            String fetched = lab.here("curl -s -m 60 http://10.86.9.1:8000/big | sha256sum").out();
            String sent = Shell.bash("sha256sum < " + lab.folder() + "/web/big").out();
            assertEquals(sent, fetched, diary());
        } finally {
            stop(client);
            stop(server);
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        Process server = server("udp");
        Path log = lab.folder().resolve("wrong.log");
        Path wrong = lab.folder().resolve("wrong.ovpn");
        Files.writeString(
                wrong,
                Files.readString(folder.resolve("practice.ovpn"))
                        .replaceFirst("(?s)<auth-user-pass>.*</auth-user-pass>", GUESS));
        Process client = openvpn(wrong, "AES-256-GCM", log);
        try {
            assertTrue(
                    Shell.eventually(20, () -> read(log).contains("AUTH_FAILED")),
                    read(log) + diary());
            assertTrue(diary().contains("wrong name or password"), diary());
        } finally {
            stop(client);
            stop(server);
        }
    }

    private static final String GUESS = "<auth-user-pass>\npractice\nguess\n</auth-user-pass>";

    @Test
    void ourOwnClientComesInAndItsGoodByeIsHeard() throws IOException {
        Process server = server("udp");
        try {
            Path profile = lab.folder().resolve("ours.ovpn");
            Files.writeString(profile, Files.readString(folder.resolve("practice.ovpn")));
            Shell.bash("chmod 0644 " + profile).must();
            Shell.Result connected = lab.ctl("connect", profile.toString(), "--wait", "20");
            assertEquals(0, connected.exit(), connected.out() + lab.helperLog() + diary());
            lab.here("ping -c 3 -i 0.2 10.86.9.1").must();
            assertEquals(0, lab.ctl("disconnect").exit());
            assertTrue(Shell.eventually(5, () -> diary().contains("said good-bye")), diary());
        } finally {
            lab.ctl("disconnect");
            stop(server);
        }
    }

    private Process openvpn(Path profile, String cipher, Path log) {
        return Shell.start(
                List.of(
                        "ip",
                        "netns",
                        "exec",
                        "cvlab-c",
                        "openvpn",
                        "--config",
                        profile.toString(),
                        "--data-ciphers",
                        cipher,
                        "--verb",
                        "4"),
                log);
    }

    private static String read(Path log) {
        return Shell.bash("cat " + log).out();
    }
}
