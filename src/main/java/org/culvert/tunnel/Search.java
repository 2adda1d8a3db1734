package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.net.IpAddress;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.spec.Remote;
import org.culvert.spec.Retry;

import java.util.List;
import java.util.Optional;

/** The way through the servers of a profile: which one is next, and what must happen first. */
final class Search {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Candidates candidates = new Candidates();
    private final ProxyAccounts proxies;
    private Advance comeBack = Advance.NO;
    private long lookupNanos;
    private long dueNanos = Long.MAX_VALUE;

    Search(ProxyAccounts proxies) {
        this.proxies = proxies;
    }

    /** What comes next. */
    sealed interface Step {}

    /** A person has to say something first. */
    record Ask(Question question) implements Step {}

    /** A name has to be looked up. */
    record LookUp(TunnelEffect.Resolve effect) implements Step {}

    /** An address can be tried. */
    record Try(TunnelEffect.Open effect) implements Step {}

    /** All that was looked up is unfit. */
    record Unfit(Failure failure) implements Step {}

    /** All have been tried. */
    record Over() implements Step {}

    /** From the first server on. */
    void restart(List<Remote> remotes) {
        comeBack = Advance.NO;
        candidates.restart(remotes);
    }

    /** From where the last attempt was, unless {@link #advance} says otherwise. */
    void resume(List<Remote> remotes) {
        candidates.resume(remotes, comeBack);
        comeBack = Advance.NO;
    }

    /** The next round begins there. */
    void advance(Advance where) {
        comeBack = where;
    }

    Step next(long nowNanos) {
        Optional<TunnelEffect.Open> address = candidates.nextAddress();
        if (address.isPresent()) {
            return new Try(address.get());
        }
        Optional<Remote> remote = candidates.nextRemote();
        if (remote.isEmpty()) {
            return new Over();
        }
        lookupNanos = nowNanos;
        return remote.get()
                .reach()
                .proxy()
                .flatMap(proxies::missing)
                .<Step>map(Ask::new)
                .orElseGet(this::lookUp);
    }

    /** The name of the remote at hand, for the first time or again. */
    LookUp lookUp() {
        dueNanos = Long.MAX_VALUE;
        return new LookUp(new TunnelEffect.Resolve(candidates.name()));
    }

    Step resolved(List<IpAddress> addresses) {
        return candidates
                .resolved(addresses)
                .<Step>map(Try::new)
                .orElseGet(() -> new Unfit(candidates.unfit()));
    }

    /** Whether a name that was not found is looked up once more, at {@link #dueNanos}. */
    boolean looksUpAgain(long nowNanos, Retry retry) {
        long patience = retry.resolving() * 1_000_000_000L;
        boolean again = nowNanos + PAUSE_NANOS - lookupNanos <= patience;
        dueNanos = again ? nowNanos + PAUSE_NANOS : Long.MAX_VALUE;
        return again;
    }

    long dueNanos() {
        return dueNanos;
    }

    /** What to say of this round after {@code failure}. */
    Failure failed(Failure failure) {
        return candidates.failed(failure);
    }

    /** What the name of the remote at hand meant when it was last asked for. */
    List<IpAddress> earlier() {
        return candidates.earlier();
    }

    /** The remote at hand; empty before the first. */
    Optional<Remote> current() {
        return candidates.current();
    }
}
