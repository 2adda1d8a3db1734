package org.culvert.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The installed {@code openvpn}, asked whether it takes a file; it never gets to connect. */
final class Reference {
    /** What would run or load something, or leave the terminal. */
    private static final List<String> LEFT_OUT =
            List.of("plugin ", "engine", "providers ", "daemon", "chroot ", "management ");

    private Reference() {}

    static boolean isHere() {
        return Stream.of("/usr/sbin/openvpn", "/usr/bin/openvpn")
                .anyMatch(path -> Files.isExecutable(Path.of(path)));
    }

    /** Holds before it begins, and prints how it was built once all options are good. */
    static boolean accepts(Path file, Path scratch) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.lines().map(String::strip).anyMatch(Reference::isLeftOut)) {
            return false;
        }
        Path folder = copied(Objects.requireNonNull(file.toAbsolutePath().getParent()), scratch);
        Process process =
                new ProcessBuilder(
                                "openvpn",
                                "--cd",
                                folder.toString(),
                                "--config",
                                String.valueOf(file.getFileName()),
                                "--verb",
                                "1",
                                "--management",
                                "socket",
                                "unix",
                                "--management-hold")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
            return lines.lines().anyMatch(line -> line.contains("[SSL ("));
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isLeftOut(String line) {
        return LEFT_OUT.stream().anyMatch(line.replaceFirst("^--", "")::startsWith);
    }

    private static Path copied(Path from, Path scratch) throws IOException {
        Path folder = scratch.resolve(Integer.toHexString(from.hashCode()));
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectory(folder);
        try (var files = Files.list(from)) {
            for (Path side : files.filter(Files::isRegularFile).toList()) {
                Files.copy(side, folder.resolve(side.getFileName()));
            }
        }
        return folder;
    }
}
