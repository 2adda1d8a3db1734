package org.culvert.client;

import org.culvert.failure.Failure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Tells in good time that a certificate of ours ends. */
public final class CertificateWatch {
    /** It is said from this many days on. */
    public static final int FIRST_DAYS = 30;

    private static final int[] STAGES = {1, 7, FIRST_DAYS};

    private CertificateWatch() {}

    /** What to say at {@code now} of a certificate that ends at {@code ends}. */
    public static Optional<Failure> notice(Instant ends, Instant now) {
        return stage(ends, now).isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure.CertificateEndsSoon(ends, (int) days(ends, now)));
    }

    /** Which of the notices, 30, 7 or 1 days ahead, is due; none once it has ended. */
    public static OptionalInt stage(Instant ends, Instant now) {
        return now.isBefore(ends)
                ? IntStream.of(STAGES).filter(stage -> days(ends, now) < stage).findFirst()
                : OptionalInt.empty();
    }

    private static long days(Instant ends, Instant now) {
        return Duration.between(now, ends).toDays();
    }
}
