package org.culvert.profile;

import org.culvert.spec.Timers;

import java.util.List;
import java.util.Optional;

/** When a profile says that a connection is silent, idle or old enough to end. */
record Limits(Profile profile) {
    private static final List<String> ON_SILENCE = List.of("ping-restart", "ping-exit");

    /** Keepalive, renewals and limits. */
    Timers timers() {
        Optional<Directive> silence = onSilence();
        int seconds = silence.flatMap(d -> number(d, silenceAt(d))).orElse(120);
        return new Timers(
                ping(), seconds, number("reneg-sec", 3600), handshakeWindow(), limits(silence));
    }

    private int handshakeWindow() {
        return Math.max(1, number("hand-window", 60));
    }

    private int ping() {
        Optional<Directive> keepalive = profile.last("keepalive");
        return number("ping", keepalive.flatMap(d -> number(d, 0)).orElse(0));
    }

    /** Of ping-restart and ping-exit the last counts; either goes before keepalive. */
    private Optional<Directive> onSilence() {
        return profile.directives().stream()
                .filter(d -> d.connection() == 0 && ON_SILENCE.contains(d.name()))
                .reduce((_, last) -> last)
                .or(() -> profile.last("keepalive"));
    }

    private static int silenceAt(Directive d) {
        return d.name().equals("keepalive") ? 1 : 0;
    }

    private Timers.Limits limits(Optional<Directive> silence) {
        Optional<Directive> inactive = profile.last("inactive");
        return new Timers.Limits(
                silence.filter(d -> d.name().equals("ping-exit")).isPresent(),
                number("inactive", 0),
                inactive.flatMap(Limits::octets).orElse(0L),
                number("session-timeout", 0));
    }

    /** How much is enough for {@code inactive}; empty where that is no number. */
    static Optional<Long> octets(Directive inactive) {
        String word = inactive.argument(1).orElse("0");
        return word.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(word)) : Optional.empty();
    }

    private int number(String option, int otherwise) {
        return profile.last(option).flatMap(d -> number(d, 0)).orElse(otherwise);
    }

    private static Optional<Integer> number(Directive d, int at) {
        return d.argument(at).flatMap(Numbers::of);
    }
}
