package org.culvert.server;

import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.net.Transport;
import org.culvert.plan.Change;
import org.culvert.platform.Arrival;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.prompt.Answer;
import org.culvert.protocol.session.Effect;
import org.culvert.protocol.session.Event;
import org.culvert.protocol.session.Grant;
import org.culvert.protocol.session.ServerSession;
import org.culvert.protocol.wire.Opcode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A server's control thread: lets strangers in, judges them, gives them seats, keeps time (C:
 * {@code multi_process_float} and its neighbours). Whatever happens elsewhere comes by the queue.
 */
final class Server implements Member.Host {
    private static final int MTU = 1500;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000L;
    private static final int QUEUE = 4096;

    private final Ground ground;
    private final Supplier<ServerSession> sessions;
    private final Account account;
    private final Transport transport;
    private final Seats seats;
    private final List<String> options;
    private final Consumer<String> diary;
    private final Map<Endpoint, Member> members = new HashMap<>();
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>(QUEUE);
    private volatile boolean running = true;

    Server(
            Ground ground,
            Supplier<ServerSession> sessions,
            Account account,
            Options wanted,
            Consumer<String> diary) {
        this.ground = ground;
        this.sessions = sessions;
        this.account = account;
        this.transport = wanted.transport();
        this.seats = new Seats(wanted.network());
        this.options = Pushed.options(wanted, seats.server());
        this.diary = diary;
    }

    /** Somebody knocks; from any thread. What the queue cannot take is lost, as on any network. */
    void knock(Arrival arrival) {
        if (!inbox.offer(() -> arrived(arrival))) {
            arrival.turnAway();
        }
    }

    /** Ends {@link #run} after a word to everybody; from any thread. */
    void stop() {
        running = false;
        inbox.offer(() -> {});
    }

    /** Serves until {@link #stop}. */
    void run() throws InterruptedException {
        while (running) {
            Runnable task = inbox.poll(waitNanos(), TimeUnit.NANOSECONDS);
            if (task != null) {
                task.run();
            }
            long now = ground.clock().nanos();
            List.copyOf(members.values()).forEach(member -> member.tick(now));
        }
        List.copyOf(members.values()).forEach(Member::dismiss);
        members.values().forEach(Member::close);
    }

    private long waitNanos() {
        long now = ground.clock().nanos();
        long soonest = now + LONGEST_WAIT_NANOS;
        for (Member member : members.values()) {
            soonest = Math.min(soonest, member.deadlineNanos());
        }
        return Math.max(0, soonest - now);
    }

    /** A datagram is answered only if its check under the extra key holds (security R67). */
    private void arrived(Arrival arrival) {
        Member known = members.get(arrival.from());
        if (known != null) {
            known.control(arrival.first());
            return;
        }
        ByteBuffer first = arrival.first();
        if (transport == Transport.UDP && !isReset(first)) {
            return;
        }
        var session = sessions.get();
        List<Effect> effects =
                transport == Transport.UDP
                        ? session.on(new Event.Received(first), ground.clock().nanos())
                        : List.of();
        if (transport == Transport.UDP && effects.isEmpty()) {
            return;
        }
        Optional<Seats.Seat> seat = seats.take();
        if (seat.isEmpty()) {
            arrival.turnAway();
            diary.accept(arrival.from() + ": no seat is free");
            return;
        }
        seat(arrival, session, effects, seat.get());
    }

    private static boolean isReset(ByteBuffer packet) {
        int reset = Opcode.HARD_RESET_CLIENT_V2.first(0);
        return packet.hasRemaining() && (packet.get(packet.position()) & 0xff) == reset;
    }

    private void seat(
            Arrival arrival, ServerSession session, List<Effect> effects, Seats.Seat seat) {
        try {
            Member member = member(session, arrival.welcome(), seat);
            members.put(arrival.from(), member);
            member.start(effects);
        } catch (PlatformException e) {
            seats.free(seat);
            diary.accept(arrival.from() + ": " + e.getMessage());
        }
    }

    private Member member(ServerSession session, Link link, Seats.Seat seat)
            throws PlatformException {
        try {
            return member(session, link, ground.links().openTun(), seat);
        } catch (PlatformException e) {
            link.close();
            throw e;
        }
    }

    /** What a flood makes too much for the queue is lost; resends and timers make up for it. */
    private Member member(ServerSession session, Link link, TunDevice tun, Seats.Seat seat)
            throws PlatformException {
        try {
            return new Member(session, link, tun, seat, ground, inbox::offer, this);
        } catch (PlatformException e) {
            tun.close();
            throw e;
        }
    }

    @Override
    public Event judge(Member member, Optional<Answer.Credentials> shown) {
        if (!account.fits(shown)) {
            diary.accept(member.link().remote() + ": wrong name or password");
            return new Event.Rejected("");
        }
        return new Event.Admitted(new Grant(pushed(member.seat()), member.seat().number()));
    }

    private List<String> pushed(Seats.Seat seat) {
        var all = new ArrayList<>(options);
        all.add(seats.ifconfig(seat));
        return all;
    }

    @Override
    public void secured(Member member, Effect.Secured agreed) {
        diary.accept(
                member.link().remote()
                        + (agreed.renewed() ? ": new keys, " : ": is " + member.seat().address())
                        + (agreed.renewed() ? "" : ", ")
                        + agreed.facts().version()
                        + ", "
                        + agreed.cipher());
        if (!agreed.renewed()) {
            configure(member);
        }
    }

    private void configure(Member member) {
        String device = member.tun().name();
        IpAddress client = member.seat().address();
        try {
            apply(new Change.DeviceUp(device, MTU));
            apply(new Change.AddAddress(device, new Cidr(seats.server(), 32)));
            apply(new Change.AddRoute(device, Route.to(new Cidr(client, 32)), false));
        } catch (PlatformException e) {
            diary.accept(client + ": " + e.getMessage());
            member.dismiss();
        }
    }

    private void apply(Change change) throws PlatformException {
        ground.network().apply(change, ground.journal());
    }

    @Override
    public void left(Member member, String why) {
        members.values().remove(member);
        member.close();
        seats.free(member.seat());
        diary.accept(member.link().remote() + ": " + why);
    }
}
