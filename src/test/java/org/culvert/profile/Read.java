package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.failure.Failure;
import org.culvert.spec.ConnectSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads texts for the tests of this room. */
final class Read {
    private static final String CLIENT =
            "client\ndev tun\nremote vpn.example 1194\nremote-cert-tls server\n"
                    + block("ca", "ca.crt");

    /** Where the first line stands that is given to {@link #client}. */
    static final long FIRST_LINE = CLIENT.lines().count() + 1;

    private Read() {}

    static Profile text(String text) {
        return octets(text.getBytes(StandardCharsets.UTF_8));
    }

    static Profile octets(byte[] octets) {
        return assertInstanceOf(Profile.Good.class, Profile.read("test.ovpn", octets)).profile();
    }

    static Failure refused(byte[] octets) {
        return assertInstanceOf(Profile.Bad.class, Profile.read("test.ovpn", octets)).failure();
    }

    /** A whole client whose text is followed by these lines. */
    static Profile client(String... lines) {
        return text(CLIENT + String.join("\n", lines) + "\n");
    }

    static String block(String name, String fixture) {
        return "<" + name + ">\n" + fixture(fixture) + "</" + name + ">\n";
    }

    static String fixture(String name) {
        try (var in = Objects.requireNonNull(Read.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConnectSpec spec(Profile profile) {
        var result = Connecting.of("test", profile, false, false);
        return assertInstanceOf(Connecting.Ready.class, result, result::toString).spec();
    }

    static Failure blocked(Profile profile) {
        var result = Connecting.of("test", profile, false, false);
        return assertInstanceOf(Connecting.Blocked.class, result, result::toString).failure();
    }

    /** Problems as {@code line option KIND SEVERITY}. */
    static List<String> problems(Profile profile) {
        return profile.problems().stream()
                .map(p -> (p.line() + " " + p.option() + " " + p.kind()).replace("  ", " "))
                .toList();
    }
}
