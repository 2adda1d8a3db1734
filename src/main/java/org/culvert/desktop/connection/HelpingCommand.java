package org.culvert.desktop.connection;

import org.culvert.failure.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/** The shell command that an administrator can run against a failure; nothing here runs it. */
final class HelpingCommand {
    private static final List<Path> UNITS =
            List.of(
                    Path.of("/etc/systemd/system/culvert-helper.service"),
                    Path.of("/usr/lib/systemd/system/culvert-helper.service"));

    private HelpingCommand() {}

    /** The command against {@code failure}, where there is one. */
    static Optional<String> of(Failure failure) {
        return switch (failure) {
            case Failure.HelperNotRunning(String _), Failure.HelperMissing() ->
                    Optional.of(start(UNITS.stream().anyMatch(Files::exists)));
            case Failure.OtherVersion(int _, int _) ->
                    Optional.of("sudo systemctl restart culvert-helper");
            case Failure.NotAllowed(String _) -> Optional.of("sudo usermod -aG culvert \"$USER\"");
            case Failure.NoTunDevice(String _) -> Optional.of("sudo modprobe tun");
            case Failure.Unreadable(String file, String reason)
                    when reason.contains("permission") ->
                    Optional.of("sudo chown \"$USER\" " + quoted(file));
            default -> Optional.empty();
        };
    }

    private static String start(boolean unit) {
        return unit
                ? "sudo systemctl start culvert-helper"
                : "sudo " + launcher() + " --owner \"$(id -u)\"";
    }

    /** The helper's launcher beside the library that this class came from, else its bare name. */
    private static String launcher() {
        CodeSource source = HelpingCommand.class.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return "culvert-helper";
        }
        Path library = Path.of(source.getLocation().getPath());
        Path launcher = library.resolve("../../bin/culvert-helper").normalize();
        return Files.isExecutable(launcher) ? quoted(launcher.toString()) : "culvert-helper";
    }

    /** One word for a POSIX shell, whatever is in it. */
    static String quoted(String text) {
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
