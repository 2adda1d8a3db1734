package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** A connection in words for a terminal. */
final class StatusText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private StatusText() {}

    static String clock(long millis) {
        return CLOCK.format(Instant.ofEpochMilli(millis));
    }

    static void print(Connection c, Terminal terminal) {
        terminal.say(c.profile() + "  " + word(c.state(), terminal));
        row(terminal, "server", c.remote() == null ? "" : c.remote() + " " + c.proto());
        row(terminal, "secured", secured(c));
        row(terminal, "address", joined(c.addresses()));
        row(terminal, "routes", joined(c.routes()));
        row(terminal, "dns", joined(c.dns()));
        row(terminal, "traffic", terminal.words("octets", c.bytesIn(), c.bytesOut()));
        row(terminal, "trip", c.rttMillis() == null ? "" : c.rttMillis() + " ms");
        if (c.state() == State.BLOCKED) {
            row(new Failure.TrafficBlocked(), terminal);
        }
        if (c.failure() != null) {
            row(c.failure(), terminal);
        }
    }

    private static void row(Failure failure, Terminal terminal) {
        line(terminal, failure.code().text(), FailureText.of(failure, terminal.locale()).title());
    }

    static void traffic(Connection c, Terminal terminal) {
        terminal.say(c.profile() + "  " + terminal.words("flow", c.bytesIn(), c.bytesOut()));
    }

    /** The word for a state, the same in the window. */
    static String word(State state, Terminal terminal) {
        return terminal.words("state." + state);
    }

    private static String secured(Connection c) {
        if (c.tlsVersion() == null) {
            return "";
        }
        return c.tlsVersion()
                + (c.tlsGroup() == null ? "" : " " + c.tlsGroup())
                + ", "
                + c.cipher();
    }

    private static String joined(java.util.List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static void row(Terminal terminal, String key, String value) {
        line(terminal, terminal.words("row." + key), value);
    }

    private static void line(Terminal terminal, String name, String value) {
        if (!value.isBlank()) {
            terminal.say("  " + Words.padded(name, 11) + " " + value);
        }
    }
}
