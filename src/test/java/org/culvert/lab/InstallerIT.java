package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code installer/run --plan} with each source of a JDK 25 hidden in turn: a mount namespace of
 * its own has another {@code /usr/lib/jvm}, a folder before all others in {@code PATH} has other
 * programs, and the home folder is empty.
 */
class InstallerIT {
    private static final String RELEASED = "25.0.1";
    private static final String EARLY = "25";

    @TempDir private Path folder;

    private Path home = Path.of("/");
    private Path jvm = Path.of("/");
    private Path programs = Path.of("/");

    @BeforeEach
    void aMachineWithNothing() throws IOException {
        assumeTrue(
                Shell.bash("unshare --map-root-user --mount true").exit() == 0,
                "no mount namespaces here");
        home = Files.createDirectory(folder.resolve("home"));
        jvm = Files.createDirectory(folder.resolve("jvm"));
        programs = Files.createDirectory(folder.resolve("programs"));
        program("uname", "echo x86_64");
        candidate("(none)");
    }

    @Test
    void takesTheJdkThatJavaHomeNames() throws IOException {
        Path named = jdk(folder.resolve("named"), RELEASED, RELEASED + "+8-LTS");
        jdk(jvm.resolve("other"), RELEASED, RELEASED + "+8-LTS");

        assertEquals(named + " (named by JAVA_HOME)", plannedJdk("JAVA_HOME=" + named));
    }

    @Test
    void passesOverAnOlderJavaHomeForTheOneOfTheSystem() throws IOException {
        Path old = jdk(folder.resolve("named"), "17.0.9", "17.0.9+9");
        jdk(jvm.resolve("temurin-25"), RELEASED, RELEASED + "+8-LTS");

        assertEquals(
                "/usr/lib/jvm/temurin-25 (found under /usr/lib/jvm)",
                plannedJdk("JAVA_HOME=" + old));
    }

    @Test
    void passesOverAnEarlyAccessBuildForTheOneDownloadedBefore() throws IOException {
        jdk(jvm.resolve("java-25"), EARLY, "25-ea+23-Debian");
        Path cached = jdk(home.resolve(".cache/culvert/jdk-25"), RELEASED, RELEASED + "+8-LTS");

        assertEquals(cached + " (downloaded before)", plannedJdk(""));
    }

    @ParameterizedTest
    @CsvSource({"25.0.1+8-1", "25.0.1+8-1~24.04", "25.0.2+10-1~deb13u1"})
    void takesThePackageOfTheDistributionWhereItIsReleased(String version) throws IOException {
        candidate(version);

        Shell.Result plan = plan("");

        assertEquals("the distribution's openjdk-25-jdk will be installed", jdkLine(plan));
        assertTrue(plan.out().matches("(?s).*packages [^\\n]*openjdk-25-jdk.*"), plan.out());
    }

    @ParameterizedTest
    @CsvSource({"25~23ea-1", "25~36-1ubuntu2", "(none)"})
    void downloadsWhereTheDistributionHasNoReleasedOne(String version) throws IOException {
        candidate(version);

        String line = plannedJdk("");

        assertTrue(line.startsWith("Temurin 25."), line);
        assertTrue(line.endsWith("MB, to " + home + "/.cache/culvert/jdk-25"), line);
    }

    @Test
    void saysThatThereIsNoneWhereNothingCanBeDownloaded() throws IOException {
        program("uname", "echo riscv64");

        assertEquals("none found, and no download is known for riscv64", plannedJdk(""));
    }

    @Test
    void thePlanChangesNothing() throws IOException {
        String before = listing();

        plan("");

        assertEquals(before, listing());
    }

    @Test
    void withoutADisplayItStopsWithTheCommandToGoOn() throws IOException {
        jdk(jvm.resolve("temurin-25"), RELEASED, RELEASED + "+8-LTS");
        String before = listing();

        Shell.Result stopped = run("", "");

        assertEquals(1, stopped.exit(), stopped.out());
        assertTrue(stopped.out().contains("cause    there is no display here"), stopped.out());
        assertTrue(stopped.out().contains("go on    installer/run --headless"), stopped.out());
        assertEquals(before, listing());
    }

    @ParameterizedTest
    @CsvSource({"--help, 0", "--bogus, 2", "file.ovpn, 2"})
    void knowsItsArguments(String argument, int exit) {
        Shell.Result result = run("", argument);

        assertEquals(exit, result.exit(), result.out());
        assertTrue(result.out().contains("installer/run [--plan]"), result.out());
    }

    private String plannedJdk(String variable) {
        return jdkLine(plan(variable));
    }

    private Shell.Result plan(String variable) {
        return run(variable, "--plan").must();
    }

    private static String jdkLine(Shell.Result plan) {
        return plan.out()
                .lines()
                .filter(line -> line.startsWith("  JDK 25 "))
                .map(line -> line.substring("  JDK 25 ".length()).strip())
                .findFirst()
                .orElse(plan.out());
    }

    private Shell.Result run(String variable, String argument) {
        return Shell.run(
                List.of(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "bash",
                        "-c",
                        """
                        set -e
                        mount --bind %s /usr/lib/jvm
                        exec env -i PATH=%s:/usr/bin:/bin HOME=%s %s installer/run %s
                        """
                                .formatted(jvm, programs, home, variable, argument)));
    }

    private void candidate(String version) throws IOException {
        program("apt-cache", "echo '  Candidate: " + version + "'");
    }

    private void program(String name, String line) throws IOException {
        executable(programs.resolve(name), "#!/bin/sh\n" + line + "\n");
    }

    private static Path jdk(Path where, String version, String build) throws IOException {
        Files.createDirectories(where.resolve("bin"));
        executable(where.resolve("bin/javac"), "");
        Files.writeString(
                where.resolve("release"),
                "JAVA_VERSION=\"%s\"\nJAVA_RUNTIME_VERSION=\"%s\"\n".formatted(version, build));
        return where.toRealPath();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String listing() throws IOException {
        var lines = new ArrayList<String>();
        for (Path root : List.of(home, Path.of("/opt"), Path.of("target"))) {
            lines.add(Shell.run(List.of("find", root.toString(), "-maxdepth", "2")).out());
        }
        return String.join("\n", lines);
    }
}
