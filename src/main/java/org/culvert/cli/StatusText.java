package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
        terminal.say(c.profile() + "  " + word(c.state(), terminal.locale()));
        row(terminal, "server", c.remote() == null ? "" : c.remote() + " " + c.proto());
        row(terminal, "secured", secured(c));
        row(terminal, "address", joined(c.addresses()));
        row(terminal, "routes", joined(c.routes()));
        row(terminal, "dns", joined(c.dns()));
        row(terminal, "traffic", "in " + c.bytesIn() + "  out " + c.bytesOut() + " octets");
        row(terminal, "round trip", c.rttMillis() == null ? "" : c.rttMillis() + " ms");
        if (c.state() == State.BLOCKED) {
            row(new Failure.TrafficBlocked(), terminal);
        }
        if (c.failure() != null) {
            row(c.failure(), terminal);
        }
    }

    private static void row(Failure failure, Terminal terminal) {
        String title = FailureText.of(failure, terminal.locale()).title();
        row(terminal, failure.code().text(), title);
    }

    static void traffic(Connection c, Terminal terminal) {
        terminal.say(
                String.format(
                        Locale.ROOT, "%s  in %d  out %d", c.profile(), c.bytesIn(), c.bytesOut()));
    }

    /** The word for a state, the same in the window. */
    static String word(State state, Locale locale) {
        boolean zh = locale.getLanguage().equals("zh");
        return switch (state) {
            case OFF -> zh ? "未连接" : "not connected";
            case NEED_USER -> zh ? "等待您的操作" : "waiting for you";
            case CONNECTING -> zh ? "正在连接" : "connecting";
            case ON -> zh ? "已连接" : "connected";
            case DEGRADED -> zh ? "已连接,但没有应答" : "connected, no answer";
            case RECONNECTING -> zh ? "正在重新连接" : "reconnecting";
            case BLOCKED -> zh ? "流量已被阻止" : "traffic is blocked";
            case FAILED -> zh ? "无法连接" : "could not connect";
        };
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

    private static void row(Terminal terminal, String name, String value) {
        if (!value.isBlank()) {
            terminal.say(String.format(Locale.ROOT, "  %-11s %s", name, value));
        }
    }
}
