package org.culvert.desktop.link;

import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.prompt.Question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One connection as the helper tells it (design section 5.1).
 *
 * @param id the helper's name for it
 * @param profile the name of the profile
 * @param state one of the eight
 * @param stage 1..7 while connecting
 * @param since when the state began
 * @param attempt from 1
 * @param retryAt when the next attempt starts
 * @param details what is known of the tunnel
 * @param bytesIn octets of IP packets received
 * @param bytesOut octets of IP packets sent
 * @param tripMillis round trip, where it was ever answered
 * @param prompt the open question
 * @param failure why it is failed, blocked or reconnecting
 */
public record Connection(
        String id,
        String profile,
        State state,
        OptionalInt stage,
        Instant since,
        int attempt,
        Optional<Instant> retryAt,
        Details details,
        long bytesIn,
        long bytesOut,
        OptionalInt tripMillis,
        Optional<Prompt> prompt,
        Optional<Failure> failure) {

    /**
     * What is known of the tunnel; empty text: not yet.
     *
     * @param remote {@code 203.0.113.7:1194}
     * @param transport {@code UDP} or {@code TCP}
     * @param fullTunnel everything goes through it
     * @param killSwitch nothing leaves beside it
     */
    public record Details(
            String remote,
            String transport,
            String cipher,
            String tlsVersion,
            String tlsGroup,
            List<String> addresses,
            List<String> routes,
            List<String> dns,
            boolean fullTunnel,
            boolean killSwitch) {
        /** Nothing is known yet. */
        public static final Details NONE =
                new Details("", "", "", "", "", List.of(), List.of(), List.of(), false, false);

        /** Copies its lists. */
        public Details {
            addresses = List.copyOf(addresses);
            routes = List.copyOf(routes);
            dns = List.copyOf(dns);
        }
    }

    /** An open question, answered once by its id. */
    public record Prompt(String id, Question question) {}

    /** Whether there is a tunnel, or an attempt at one. */
    public boolean busy() {
        return switch (state) {
            case OFF, FAILED -> false;
            case NEED_USER, CONNECTING, ON, DEGRADED, RECONNECTING, BLOCKED -> true;
        };
    }

    /** Whether traffic flows. */
    public boolean up() {
        return state == State.ON || state == State.DEGRADED;
    }
}
