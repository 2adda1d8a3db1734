package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.spec.Retry;

import java.util.Optional;

/** What a tunnel has been through since somebody asked for it. */
final class History {
    private Optional<Failure> lastFailure = Optional.empty();
    private Optional<Failure> warning = Optional.empty();
    private boolean everUp;
    private boolean waiting;
    private int attempt;

    /** Somebody wants the tunnel. */
    void begin() {
        waiting = false;
        attempt = 1;
        lastFailure = Optional.empty();
    }

    /** It stands, but for what is {@code lacking}. */
    void up(Optional<Failure> lacking) {
        waiting = false;
        everUp = true;
        attempt = 0;
        lastFailure = Optional.empty();
        warning = lacking;
    }

    void failed(Failure failure) {
        lastFailure = Optional.of(failure);
        warning = Optional.empty();
    }

    /** There is no network; it goes on as soon as there is one. */
    void waits() {
        waiting = true;
    }

    /** It pauses before it tries all servers again; for how long. */
    long pauseNanos(double jitter, Retry retry) {
        return Backoff.nanos(attempt++, jitter, retry);
    }

    /** Nobody wants it any more. */
    void end() {
        warning = Optional.empty();
        everUp = false;
        waiting = false;
    }

    /** Whether all servers are worth another round. */
    boolean goesOn(Retry retry) {
        return Backoff.isWorthIt(attempt, everUp, retry);
    }

    /** Whether the tunnel was up before. */
    boolean everUp() {
        return everUp;
    }

    /** Counts attempts since the tunnel was last up, from 1. */
    int attempt() {
        return attempt;
    }

    /** What went wrong last. */
    Optional<Failure> lastFailure() {
        return lastFailure;
    }

    /** What a tunnel that is up has to do without. */
    Optional<Failure> warning() {
        return warning;
    }

    /** Why a tunnel is coming back or waits for a network, or what it has to do without. */
    Optional<Failure> trouble() {
        return everUp || waiting ? lastFailure.or(() -> warning) : Optional.empty();
    }
}
