package org.culvert.desktop.connection;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shell command that an administrator can run against a failure; nothing here runs it. */
final class HelpingCommand {
    private static final String UNIT = "systemd/system/culvert-helper.service";

    private final Path root;
    private final List<Path> folders;

    /** Commands for the machine below {@code root} that finds programs in {@code folders}. */
    HelpingCommand(Path root, List<Path> folders) {
        this.root = root;
        this.folders = List.copyOf(folders);
    }

    /** The command against {@code failure} on this machine, where there is one that works. */
    static Optional<String> of(Failure failure) {
        String path = System.getenv().getOrDefault("PATH", "");
        List<Path> folders =
                Arrays.stream(path.split(":"))
                        .filter(folder -> folder.startsWith("/"))
                        .map(Path::of)
                        .toList();
        return new HelpingCommand(Path.of("/"), folders).against(failure);
    }

    /** The command against {@code failure}, where there is one that works here. */
    Optional<String> against(Failure failure) {
        return switch (failure) {
            case Failure.HelperNotRunning(String _), Failure.HelperMissing() -> start();
            case Failure.OtherVersion(int _, int _) -> unit("restart");
            case Failure.NotAllowed(Phrase(Phrase.Kind why, var _))
                    when why == Phrase.Kind.NO_MEMBER ->
                    Optional.of(join());
            case Failure.NoTunDevice(Phrase _) -> module();
            case Failure.Unreadable(String file, Phrase(Phrase.Kind why, var _))
                    when why == Phrase.Kind.FORBIDDEN && file.startsWith("/") ->
                    Optional.of("sudo chown \"$USER\" " + quoted(file));
            default -> Optional.empty();
        };
    }

    private Optional<String> start() {
        return unit("start")
                .or(() ->
                        launcher()
                                .map(helper ->
                                        "sudo "
                                                + quoted(helper.toString())
                                                + " --owner \"$(id -u)\""));
    }

    /** Only where systemd runs and knows the service. */
    private Optional<String> unit(String verb) {
        boolean known =
                Stream.of("etc", "usr/lib")
                        .anyMatch(f -> Files.exists(root.resolve(f).resolve(UNIT)));
        boolean runs = Files.isDirectory(root.resolve("run/systemd/system"));
        return known && runs
                ? Optional.of("sudo systemctl " + verb + " culvert-helper")
                : Optional.empty();
    }

    /** The group is made where the package has not done it. */
    private String join() {
        String join = "sudo usermod -aG culvert \"$USER\"";
        try (var groups = Files.lines(root.resolve("etc/group"))) {
            return groups.anyMatch(line -> line.startsWith("culvert:"))
                    ? join
                    : "sudo groupadd -f culvert && " + join;
        } catch (IOException | UncheckedIOException _) {
            return "sudo groupadd -f culvert && " + join;
        }
    }

    /** A container has no modules of its kernel. */
    private Optional<String> module() {
        Path modules = root.resolve("lib/modules").resolve(System.getProperty("os.version"));
        return Files.isDirectory(modules) ? Optional.of("sudo modprobe tun") : Optional.empty();
    }

    /** The helper's launcher beside the library that this class came from, else the installed. */
    private Optional<Path> launcher() {
        return Stream.concat(
                        beside().stream(),
                        folders.stream().map(folder -> folder.resolve("culvert-helper")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> beside() {
        CodeSource source = HelpingCommand.class.getProtectionDomain().getCodeSource();
        return source == null || !"file".equals(source.getLocation().getProtocol())
                ? Optional.empty()
                : Optional.of(
                        Path.of(source.getLocation().getPath())
                                .resolve("../../bin/culvert-helper")
                                .normalize());
    }

    /** One word for a POSIX shell, whatever is in it. */
    static String quoted(String text) {
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
