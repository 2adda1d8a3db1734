package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Machines made of files. */
class DoctorTest {
    @TempDir private Path root;

    @Test
    void anEmptyMachineLacksItsDeviceAndItsFirewall() {
        List<Doctor.Finding> findings = Doctor.machine(root, Locale.UK);

        assertEquals(
                List.of(Optional.of(FailureCode.SYS_1), Optional.of(FailureCode.SYS_2)),
                findings.stream().map(Doctor.Finding::problem).limit(2).toList());
        assertTrue(findings.getFirst().text().contains("/dev/net/tun is missing"));
        assertTrue(findings.getLast().text().contains("a helper run as root"));
    }

    @Test
    void aWholeMachineHasNoProblem() throws IOException {
        make("dev/net/tun", "");
        make("usr/sbin/nft", "");
        make("run/systemd/resolve/io.systemd.Resolve", "");

        List<Doctor.Finding> findings = Doctor.machine(root, Locale.UK);

        assertTrue(findings.stream().allMatch(f -> f.problem().isEmpty()), findings::toString);
        assertTrue(findings.getLast().text().contains("systemd-resolved"));
    }

    @Test
    void aStrictReversePathIsToldOf() throws IOException {
        make("proc/sys/net/ipv4/conf/all/rp_filter", "1\n");
        make("proc/sys/net/ipv4/conf/all/src_valid_mark", "0\n");

        assertTrue(Doctor.machine(root, Locale.UK).getLast().text().contains("src_valid_mark=1"));
    }

    @Test
    void everyFindingHasItsWordsInBothLanguages() throws IOException {
        make("proc/sys/net/ipv4/conf/all/rp_filter", "1\n");
        List<Doctor.Finding> chinese = Doctor.machine(root, Locale.SIMPLIFIED_CHINESE);

        assertEquals(Doctor.machine(root, Locale.UK).size(), chinese.size());
        assertTrue(
                chinese.stream()
                        .allMatch(f -> f.text().codePoints().anyMatch(Character::isIdeographic)),
                chinese::toString);
    }

    private void make(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
