package org.culvert.desktop.connection;

import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Connection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an administrator needs to know of a failure, in English, without a secret in it. */
final class FailureReport {
    private FailureReport() {}

    static String of(String profile, Failure failure, Situation situation, Look look) {
        Instant now = look.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var lines = new ArrayList<>(List.of("Culvert, " + now, "Profile: " + profile));
        lines.add(FailureText.line(failure, Locale.ENGLISH));
        situation.connection().ifPresent(connection -> lines.addAll(known(connection)));
        return String.join("\n", lines) + "\n";
    }

    /** The certificate that was expected and the one that came, in English; else nothing. */
    static String certificates(Failure failure) {
        return failure instanceof Failure.ServerNotTrusted(Phrase expected, Phrase found)
                ? "Expected: "
                        + FailureText.of(expected, Locale.ENGLISH)
                        + "\nFound: "
                        + FailureText.of(found, Locale.ENGLISH)
                        + "\n"
                : "";
    }

    private static List<String> known(Connection connection) {
        var lines = new ArrayList<String>();
        Optional.ofNullable(connection.remote())
                .ifPresent(remote -> lines.add("Server: " + remote + " by " + connection.proto()));
        Optional.ofNullable(connection.stage())
                .ifPresent(stage ->
                        lines.add("Stage: " + stage + " of 7, attempt " + connection.attempt()));
        Optional.ofNullable(connection.tlsVersion())
                .ifPresent(version -> lines.add("TLS: " + version));
        return lines;
    }
}
