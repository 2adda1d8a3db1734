package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Failure.LimitReached.Limit;
import org.culvert.protocol.control.Keepalive;

import java.util.Optional;

/** What a tunnel that stands owes its server, and when it is over (protocol 9.6). Pure. */
final class Lifetime {
    private final long upNanos;
    private long idleNanos;
    private long carriedThen;

    /**
     * @param carried octets that went through before it stood
     */
    Lifetime(long upNanos, long carried) {
        this.upNanos = upNanos;
        this.idleNanos = upNanos;
        this.carriedThen = carried;
    }

    /** Whether the server waits for a sign of life; nothing of ours went out for {@code nanos}. */
    static boolean owesPing(Keepalive times, long nanos) {
        return isOver(times.ping(), nanos);
    }

    /**
     * Why it is over, if it is.
     *
     * @param silentNanos since anything of the server was authenticated
     * @param carried octets that went through it so far, both ways
     */
    Optional<Failure> end(Keepalive times, long silentNanos, long carried, long nowNanos) {
        if (carried - carriedThen >= Math.max(1, times.idleOctets())) {
            idleNanos = nowNanos;
            carriedThen = carried;
        }
        if (isOver(times.silence(), silentNanos)) {
            return Optional.of(silent(times, silentNanos));
        }
        if (isOver(times.longest(), nowNanos - upNanos)) {
            return Optional.of(new Failure.LimitReached(Limit.AGE, times.longest()));
        }
        return isOver(times.idle(), nowNanos - idleNanos)
                ? Optional.of(new Failure.LimitReached(Limit.IDLE, times.idle()))
                : Optional.empty();
    }

    private static Failure silent(Keepalive times, long silentNanos) {
        int seconds = (int) seconds(silentNanos);
        return times.silenceEnds()
                ? new Failure.LimitReached(Limit.SILENCE, seconds)
                : new Failure.ConnectionLost(seconds);
    }

    private static boolean isOver(int limit, long nanos) {
        return limit > 0 && seconds(nanos) >= limit;
    }

    private static long seconds(long nanos) {
        return nanos / 1_000_000_000L;
    }
}
