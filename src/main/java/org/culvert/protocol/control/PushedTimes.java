package org.culvert.protocol.control;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The times of a tunnel as pushed: what is not pushed stays as the profile has it. */
final class PushedTimes {
    private static final int LONGEST_TIMER = 86_400;
    private static final int LONGEST_LIFE = 366 * LONGEST_TIMER;

    private int ping;
    private int silence;
    private boolean silenceEnds;
    private int idle;
    private long idleOctets;
    private int longest;

    PushedTimes(Keepalive own) {
        ping = own.ping();
        silence = own.silence();
        silenceEnds = own.silenceEnds();
        idle = own.idle();
        idleOctets = own.idleOctets();
        longest = own.longest();
    }

    /** Takes one option; false where it has no effect. */
    boolean take(String name, List<String> args) {
        return switch (name) {
            case "ping" -> seconds(args, LONGEST_TIMER, n -> ping = n);
            case "ping-restart" -> seconds(args, LONGEST_TIMER, n -> silence(n, false));
            case "ping-exit" -> seconds(args, LONGEST_TIMER, n -> silence(n, true));
            case "inactive" -> inactive(args);
            case "session-timeout" -> seconds(args, LONGEST_LIFE, n -> longest = n);
            default -> false;
        };
    }

    Keepalive all() {
        return new Keepalive(ping, silence, silenceEnds, idle, idleOctets, longest);
    }

    /** Of ping-restart and ping-exit the last counts. */
    private void silence(int seconds, boolean ends) {
        silence = seconds;
        silenceEnds = ends;
    }

    private boolean inactive(List<String> args) {
        Optional<Long> octets = args.size() > 1 ? number(args.get(1)) : Optional.of(0L);
        boolean taken = octets.isPresent() && seconds(args, LONGEST_LIFE, n -> idle = n);
        if (taken) {
            idleOctets = octets.get();
        }
        return taken;
    }

    private static boolean seconds(List<String> args, int most, IntConsumer setter) {
        Optional<Long> seconds =
                args.stream().findFirst().flatMap(PushedTimes::number).filter(n -> n <= most);
        seconds.ifPresent(n -> setter.accept(n.intValue()));
        return seconds.isPresent();
    }

    private static Optional<Long> number(String word) {
        return Optional.of(word).filter(w -> w.matches("[0-9]{1,15}")).map(Long::parseLong);
    }
}
