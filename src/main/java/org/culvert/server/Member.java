package org.culvert.server;

import org.culvert.net.Endpoint;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.prompt.Answer;
import org.culvert.protocol.session.Effect;
import org.culvert.protocol.session.Event;
import org.culvert.protocol.session.ServerSession;
import org.culvert.spec.PacketSizes;
import org.culvert.tunnel.Line;
import org.culvert.tunnel.PumpListener;
import org.culvert.tunnel.Pumps;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One client of the server: drives his session, hands keys to the pumps, keeps him alive (C: {@code
 * struct multi_instance}). All methods run on the server's thread but those of {@link
 * PumpListener}, which only queue.
 */
final class Member implements PumpListener {
    /** A ping is due after so long without a packet to the client. */
    static final int PING_SECONDS = 10;

    /** A client that was not heard of for so long is gone. */
    static final int SILENCE_SECONDS = 120;

    /** Who has not signed in by then is sent away. */
    private static final int SIGN_IN_SECONDS = 60;

    private final ServerSession session;
    private final Link link;
    private final TunDevice tun;
    private final Seats.Seat seat;
    private final Ground ground;
    private final Pumps pumps;
    private final Executor inbox;
    private final Host host;
    private final long sinceNanos;
    private boolean in;
    private boolean ended;

    /** What a member asks of his server. */
    interface Host {
        /** Whether he may come in with these: admitted or rejected. */
        Event judge(Member member, Optional<Answer.Credentials> shown);

        /** He is in, or has new keys. */
        void secured(Member member, Effect.Secured agreed);

        /** He is gone and wants to be closed. */
        void left(Member member, String why);
    }

    Member(
            ServerSession session,
            Link link,
            TunDevice tun,
            Seats.Seat seat,
            Ground ground,
            Executor inbox,
            Host host)
            throws PlatformException {
        this.session = session;
        this.link = link;
        this.tun = tun;
        this.seat = seat;
        this.ground = ground;
        this.inbox = inbox;
        this.host = host;
        this.pumps =
                new Pumps(
                        ground.links(),
                        ground.clock(),
                        tun,
                        Line.direct(link),
                        this,
                        PacketSizes.DEFAULT);
        this.sinceNanos = now();
    }

    /** Starts the flow and does what the session wanted after its first packet. */
    void start(List<Effect> first) {
        pumps.start("client-" + seat.number());
        first.forEach(this::perform);
    }

    Link link() {
        return link;
    }

    TunDevice tun() {
        return tun;
    }

    Seats.Seat seat() {
        return seat;
    }

    /** When {@link #tick} is next due. */
    long deadlineNanos() {
        long ping = in ? pumps.lastSentNanos() + nanos(PING_SECONDS) : Long.MAX_VALUE;
        return Math.min(session.deadlineNanos(), Math.min(ping, silentAtNanos()));
    }

    void tick(long nowNanos) {
        if (ended) {
            return;
        }
        if (session.deadlineNanos() <= nowNanos) {
            drive(new Event.Tick());
        }
        if (in && pumps.lastSentNanos() + nanos(PING_SECONDS) <= nowNanos) {
            pumps.sendPing();
        }
        if (silentAtNanos() <= nowNanos) {
            end(in ? "silent for " + SILENCE_SECONDS + " s" : "did not sign in");
        }
    }

    /** Tells him to come back later; {@link #close} is due a moment later. */
    void dismiss() {
        if (!ended) {
            drive(new Event.CloseRequested());
        }
    }

    void close() {
        ended = true;
        pumps.close();
        tun.close();
    }

    private long silentAtNanos() {
        if (!in) {
            return sinceNanos + nanos(SIGN_IN_SECONDS);
        }
        long heard = Math.max(session.heardNanos(), pumps.counters().lastOpenedNanos());
        return Math.max(sinceNanos, heard) + nanos(SILENCE_SECONDS);
    }

    @Override
    public void control(ByteBuffer packet) {
        inbox.execute(() -> drive(new Event.Received(packet)));
    }

    @Override
    public void linkFailed(PlatformException why) {
        inbox.execute(() -> end(String.valueOf(why.getMessage())));
    }

    @Override
    public void peerUses(int keyId) {
        inbox.execute(() -> drive(new Event.PeerUsesKey(keyId)));
    }

    @Override
    public void keyWorn() {
        inbox.execute(() -> drive(new Event.KeyWorn()));
    }

    @Override
    public void peerLeaves() {
        inbox.execute(() -> end("said good-bye"));
    }

    @Override
    public void serverMoved(Endpoint to) {}

    @Override
    public void echo(int sequence, long nowNanos) {}

    private void drive(Event event) {
        if (!ended) {
            session.on(event, now()).forEach(this::perform);
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Send(ByteBuffer packet) -> pumps.sendControl(packet);
            case Effect.InstallKeys(var keys, var framing) -> pumps.install(keys, framing);
            case Effect.SealWith(int keyId) -> pumps.sealWith(keyId);
            case Effect.ForgetKeys(int keyId) -> pumps.forget(keyId);
            case Effect.Introduced(var credentials, _) -> drive(host.judge(this, credentials));
            case Effect.Secured agreed -> {
                in = true;
                host.secured(this, agreed);
            }
            case Effect.PeerLeft _ -> end("said good-bye");
            case Effect.ClosedOnRequest _ -> end("sent away");
            case Effect.Closed(var failure) -> end(failure.code().text());
            default -> throw new IllegalStateException("a server's session");
        }
    }

    private void end(String why) {
        if (!ended) {
            ended = true;
            host.left(this, why);
        }
    }

    private long now() {
        return ground.clock().nanos();
    }

    private static long nanos(long seconds) {
        return seconds * 1_000_000_000L;
    }
}
