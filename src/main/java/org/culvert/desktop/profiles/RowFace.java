package org.culvert.desktop.profiles;

import org.culvert.client.CertificateWatch;
import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.connection.Situation;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.StateShape;
import org.culvert.desktop.traffic.LiveNumbers;
import org.culvert.desktop.traffic.Track;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a profile's row says at one moment.
 *
 * @param shape the state that is drawn before it
 * @param name what people call it
 * @param line the one living second line
 * @param role colours the line
 * @param tail what stands at the right
 */
record RowFace(State shape, String name, String line, String role, Tail tail) {
    /** A certificate that ends within this many days is said so. */
    static final long SOON_DAYS = CertificateWatch.FIRST_DAYS;

    /** What stands at the right of a row. */
    sealed interface Tail {
        /** Nothing. */
        record Nothing() implements Tail {}

        /** A few letters, coloured by {@code role}. */
        record Words(String text, String role) implements Tail {}

        /** A few letters on a wash. */
        record Badge(String text) implements Tail {}

        /** Something is asked for each time. */
        record Lock() implements Tail {}
    }

    private static final Tail NOTHING = new Tail.Nothing();

    /** The row of {@code card}, which stands as {@code now}. */
    static RowFace of(ProfileCard card, Situation now, Optional<Track> track, Look look) {
        return switch (now.state()) {
            case OFF -> resting(card, look);
            case FAILED -> failed(card, now.failure(), look);
            case ON -> up(card, now, LiveNumbers.line(track), look);
            case DEGRADED -> up(card, now, degraded(now, look), look);
            case CONNECTING ->
                    busy(card, now, look.text("stage." + now.stage() + ".short"), step(now, look));
            case NEED_USER -> busy(card, now, look.text("row.needUser"), step(now, look));
            case RECONNECTING ->
                    busy(card, now, look.text("row.reconnecting", attempt(now)), NOTHING);
            case BLOCKED -> busy(card, now, look.text("row.blocked"), NOTHING);
        };
    }

    /** The same as the row of a group whose busy member is {@code member}. */
    RowFace of(String group, String member) {
        return new RowFace(shape, group, member + " · " + line, role, tail);
    }

    /** What it lacks, or for how long nothing has come. */
    private static String degraded(Situation now, Look look) {
        return now.failure()
                .map(failure -> FailureText.of(failure, look.texts().locale()).title())
                .orElseGet(() -> look.text("row.degraded", span(now, look)));
    }

    private static RowFace up(ProfileCard card, Situation now, String line, Look look) {
        String role = now.state() == State.ON ? "muted" : StateShape.role(now.state());
        String span = look.numbers().shortSpan(Headline.lasting(now, look));
        return new RowFace(now.state(), card.name(), line, role, new Tail.Words(span, "muted"));
    }

    private static RowFace busy(ProfileCard card, Situation now, String line, Tail tail) {
        return new RowFace(now.state(), card.name(), line, StateShape.role(now.state()), tail);
    }

    private static RowFace failed(ProfileCard card, Optional<Failure> failure, Look look) {
        String line =
                failure.map(why -> FailureText.of(why, look.texts().locale()).title())
                        .orElseGet(() -> look.text("state.name.failed"));
        Tail code =
                failure.<Tail>map(why -> new Tail.Words(why.code().text(), "bad")).orElse(NOTHING);
        return new RowFace(State.FAILED, card.name(), line, "bad", code);
    }

    private static RowFace resting(ProfileCard card, Look look) {
        Optional<Instant> ends = card.certificateEnds();
        if (ends.isPresent() && !look.clock().instant().isBefore(ends.get())) {
            String line = look.text("row.certificateEnded", look.date(ends.get()));
            return new RowFace(State.FAILED, card.name(), line, "bad", NOTHING);
        }
        if (card.draft().isPresent()) {
            return new RowFace(State.OFF, card.name(), look.text("row.draft"), "warn", NOTHING);
        }
        boolean asks = card.password() && !card.passwordKnown();
        Tail tail =
                ends.flatMap(end -> daysLeft(end, look)).orElse(asks ? new Tail.Lock() : NOTHING);
        String line = asks ? look.text("row.answers") : card.host();
        return new RowFace(State.OFF, card.name(), line, "muted", tail);
    }

    private static Optional<Tail> daysLeft(Instant end, Look look) {
        long days = ChronoUnit.DAYS.between(look.clock().instant(), end);
        if (days >= SOON_DAYS) {
            return Optional.empty();
        }
        String text =
                switch ((int) days) {
                    case 0 -> look.text("badge.today");
                    case 1 -> look.text("badge.day");
                    default -> look.text("badge.days", days);
                };
        return Optional.of(new Tail.Badge(text));
    }

    private static Tail step(Situation now, Look look) {
        return now.stage() == 0
                ? NOTHING
                : new Tail.Words(
                        look.text("stage.step", now.stage()), StateShape.role(now.state()));
    }

    private static int attempt(Situation now) {
        return now.connection().map(Connection::attempt).orElse(1);
    }

    private static String span(Situation now, Look look) {
        return look.numbers().span(Headline.lasting(now, look));
    }
}
