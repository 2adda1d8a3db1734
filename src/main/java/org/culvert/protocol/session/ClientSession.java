package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.AuthFailure;
import org.culvert.protocol.control.AuthToken;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.PulledSettings;
import org.culvert.protocol.control.PushUpdate;
import org.culvert.protocol.control.ServerMessage;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.wire.ControlWrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client's session with one server: says the first word, signs in, asks for settings. */
public final class ClientSession extends Session {
    private static final long PUSH_INTERVAL_NANOS = Pace.nanos(5);
    private static final int MOST_OPTIONS = 2000;

    private final SessionSettings settings;
    private final List<String> pushed = new ArrayList<>();
    private Optional<PushUpdate> update = Optional.empty();
    private Optional<PulledSettings> pulled = Optional.empty();
    private long firstByteNanos = Long.MAX_VALUE;
    private long activeNanos = Long.MAX_VALUE;
    private long pushRequestNanos = Long.MAX_VALUE;
    private long pushDeadlineNanos = Long.MAX_VALUE;

    /** A session that has not said a word yet. */
    public ClientSession(
            SessionSettings settings, ControlWrap wrap, TlsEngines engines, RandomSource random) {
        super(Side.CLIENT, settings.introduction(), settings.pace(), wrap, engines, random);
        this.settings = settings;
    }

    @Override
    void told(Event event, long nowNanos) {
        if (event instanceof Event.Started) {
            firstByteNanos = nowNanos + Pace.nanos(settings.connectTimeoutSeconds());
            greet(nowNanos);
            effect(new Effect.EnterStage(2));
        }
    }

    @Override
    void heardFromPeer() {
        firstByteNanos = Long.MAX_VALUE;
    }

    @Override
    void progressed(Negotiation.Outcome outcome) {
        effect(new Effect.EnterStage(outcome instanceof Negotiation.HandshakeBegun ? 3 : 4));
    }

    @Override
    void active(boolean renewed, long nowNanos) {
        if (renewed) {
            installKeys(true, nowNanos);
            return;
        }
        effect(new Effect.EnterStage(5));
        activeNanos = nowNanos;
        pushRequestNanos = nowNanos;
        pushDeadlineNanos = nowNanos + pace().handshakeWindowNanos();
    }

    @Override
    void heard(String text, long nowNanos) {
        switch (ServerMessage.parse(text)) {
            case ServerMessage.PushReply(List<String> options, boolean more) ->
                    pushed(options, more, nowNanos);
            case ServerMessage.PushUpdate(List<String> items, boolean more) -> changed(items, more);
            case ServerMessage.BrokenUpdate _ -> close(unusable());
            case ServerMessage.AuthFailed(String reason) -> refused(AuthFailure.parse(reason));
            case ServerMessage.AuthPending(int seconds) -> waitLonger(seconds);
            case ServerMessage.Restart(String why, ComeBack terms) -> sentAway(why, terms);
            case ServerMessage.Halt(String why) -> close(new Failure.ServerEnded(why, true));
            case ServerMessage.Exit _ -> close(new Failure.ServerEnded("", false));
            case ServerMessage.Notice(String notice) -> effect(new Effect.Say(notice));
            case ServerMessage.Unknown _ -> {}
        }
    }

    private void refused(AuthFailure reason) {
        switch (reason) {
            case AuthFailure.Refused(String text) -> close(refusal(text));
            case AuthFailure.SessionEnded(String text) -> close(new Failure.SessionEnded(text));
            case AuthFailure.Temporary(String text, ComeBack terms) -> sentAway(text, terms);
            case AuthFailure.Challenged(DynamicChallenge challenge) ->
                    end(new Effect.Challenged(challenge));
        }
    }

    private void sentAway(String why, ComeBack terms) {
        boolean leaves = leaving();
        end(
                leaves
                        ? new Effect.ClosedOnRequest()
                        : new Effect.SentAway(new Failure.ServerEnded(why, false), terms));
    }

    /** A server of 2.6 or later says in this way that it takes none of our ciphers. */
    private static Failure refusal(String reason) {
        if (reason.startsWith("Data channel cipher negotiation failed")) {
            return new Failure.NoCommonCipher(Phrase.said(reason));
        }
        return reason.isBlank() ? new Failure.WrongPassword() : new Failure.SignInRefused(reason);
    }

    /** The server waits for somebody; its time counts from when we were ready (protocol 7.7). */
    private void waitLonger(int seconds) {
        if (keyed() || activeNanos == Long.MAX_VALUE) {
            return;
        }
        int most = Math.max(pace().renegotiateSeconds() / 2, pace().handshakeWindowSeconds());
        long named = activeNanos + Pace.nanos(Math.min(seconds, most));
        pushDeadlineNanos = Math.max(pushDeadlineNanos, named);
    }

    private void pushed(List<String> options, boolean more, long nowNanos) {
        AuthToken.of(options).ifPresent(this::take);
        if (keyed() || pushed.size() + options.size() > MOST_OPTIONS) {
            return;
        }
        pushed.addAll(options);
        if (more) {
            return;
        }
        String serverOptions = negotiation().peers().options();
        switch (PulledSettings.of(pushed, settings.policy(), serverOptions)) {
            case PulledSettings.Bad(Failure failure) -> close(failure);
            case PulledSettings.Good(PulledSettings good) -> {
                pushRequestNanos = Long.MAX_VALUE;
                pushDeadlineNanos = Long.MAX_VALUE;
                pulled = Optional.of(good);
                key(KeyPlan.of(good, settings.digest()), nowNanos);
                effect(new Effect.Configure(good.settings()));
            }
        }
    }

    /** New settings for a tunnel that is up; its keys stay as they are. */
    private void changed(List<String> items, boolean more) {
        if (!keyed()) {
            return;
        }
        PushUpdate change = update.orElseGet(() -> new PushUpdate(pushed));
        if (!change.take(items)) {
            close(unusable());
            return;
        }
        update = Optional.of(change).filter(_ -> more);
        if (!more) {
            pushed.clear();
            pushed.addAll(change.options());
            reconfigure();
        }
    }

    private void reconfigure() {
        String serverOptions = negotiation().peers().options();
        switch (PulledSettings.of(pushed, settings.policy(), serverOptions)) {
            case PulledSettings.Bad(Failure failure) -> close(failure);
            case PulledSettings.Good(PulledSettings good) -> {
                pulled = Optional.of(good);
                effect(new Effect.Configure(good.settings()));
            }
        }
    }

    private static Failure unusable() {
        return new Failure.HandshakeFailed(Phrase.of(Phrase.Kind.BAD_SETTINGS));
    }

    /** A token takes the password's place in renegotiations and in later sessions. */
    private void take(AuthToken token) {
        String user =
                token.userName()
                        .or(() -> introduction().credentials().map(Answer.Credentials::userName))
                        .orElse("");
        var credentials = new Answer.Credentials(user, token.token(), Optional.empty());
        introduce(introduction().with(credentials));
        effect(new Effect.TakeToken(credentials));
    }

    @Override
    void sayGoodbye(long nowNanos) {
        boolean byControl = pulled.map(good -> good.settings().controlExit()).orElse(false);
        if (byControl && say("EXIT")) {
            leave(nowNanos);
            return;
        }
        int times = pulled.map(good -> good.settings().exitNotify()).orElse(0);
        if (times > 0) {
            effect(new Effect.NotifyExit(times));
        }
        end(new Effect.ClosedOnRequest());
    }

    @Override
    void routine(long nowNanos) {
        if (nowNanos >= firstByteNanos) {
            close(noFirstByte());
        } else if (nowNanos >= silenceNanos()) {
            close(new Failure.NoSettings(settings.remote()));
        } else if (nowNanos >= pushRequestNanos && say("PUSH_REQUEST")) {
            pushRequestNanos = nowNanos + PUSH_INTERVAL_NANOS;
        }
    }

    @Override
    long ownDeadlineNanos() {
        return Math.min(firstByteNanos, Math.min(pushRequestNanos, silenceNanos()));
    }

    /** When waiting for settings ends: out of time, or nothing heard for a whole window. */
    private long silenceNanos() {
        return pushDeadlineNanos == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : Math.min(pushDeadlineNanos, heardNanos() + pace().handshakeWindowNanos());
    }

    /** Resets and acknowledgements are small, TLS fills its packets: these are lost. */
    @Override
    Failure unfinished() {
        boolean large = settings.transport() == Transport.UDP && negotiation().unanswered();
        return large ? new Failure.LargePacketsLost(settings.remote()) : super.unfinished();
    }

    /**
     * Silence is a dead server or a wrong extra key alike; only bytes that fail tell them apart.
     */
    private Failure noFirstByte() {
        return forged() && settings.extraKey()
                ? new Failure.ExtraKeyMismatch(settings.remote())
                : new Failure.NoAnswer(
                        settings.remote(),
                        settings.transport(),
                        settings.extraKey(),
                        settings.connectTimeoutSeconds());
    }
}
