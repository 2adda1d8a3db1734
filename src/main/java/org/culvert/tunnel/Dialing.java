package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.platform.Batch;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.Waiter;
import org.culvert.prompt.Answer;
import org.culvert.protocol.proxy.ProxyStep;
import org.culvert.protocol.proxy.ProxyTalk;
import org.culvert.protocol.proxy.RelayHeader;
import org.culvert.spec.Proxy;
import org.culvert.spec.Reach;
import org.culvert.spec.Remote;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;

/**
 * Opens the way to one address on the worker's thread: socket, connection, proxy. Waits, but ends
 * at once when another thread says so.
 */
final class Dialing {
    private static final int ETIMEDOUT = 110;
    private static final int ECANCELED = 125;

    private final Machine machine;
    private final TunnelEffect.Open wanted;
    private final Optional<Answer.Credentials> account;
    private Optional<Waiter> waiting = Optional.empty();
    private boolean cancelled;
    private long endNanos;

    /** {@code account}: who we are at the proxy, where that is known. */
    Dialing(Machine machine, TunnelEffect.Open wanted, Optional<Answer.Credentials> account) {
        this.machine = machine;
        this.wanted = wanted;
        this.account = account;
    }

    /** The proxy does not let us through. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;

        private final transient TunnelEvent event;

        Stopped(TunnelEvent event) {
            super("stopped by the proxy");
            this.event = event;
        }

        TunnelEvent event() {
            return event;
        }
    }

    /** Where to and how. */
    TunnelEffect.Open wanted() {
        return wanted;
    }

    /** Ends {@link #dial}, now or as soon as it begins; from any thread. */
    synchronized void cancel() {
        cancelled = true;
        waiting.ifPresent(Waiter::wake);
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** The line, once it is open. */
    Line dial() throws PlatformException, Stopped {
        endNanos = machine.clock().nanos() + wanted.seconds() * 1_000_000_000L;
        Remote remote = wanted.remote();
        Optional<Proxy> proxy = remote.reach().proxy();
        if (proxy.isPresent()) {
            return through(proxy.get(), remote);
        }
        Link link = machine.links().open(order(wanted.hop(), remote.transport()));
        return connected(link, _ -> Line.direct(link));
    }

    private Dial order(Endpoint to, Transport transport) {
        Reach reach = wanted.remote().reach();
        Optional<IpAddress> own = reach.local().flatMap(Reach.Local::address);
        int port = reach.local().map(Reach.Local::port).orElse(0);
        boolean floating = reach.floating() && reach.proxy().isEmpty();
        return new Dial(to, transport, machine.mark(), own, port, floating);
    }

    /** What is done with a link while it can be waited on. */
    @FunctionalInterface
    private interface Use<T> {
        T with(Waiter waiter) throws PlatformException, Stopped;
    }

    /** Waits for the connection; the link is closed where it comes to nothing. */
    private <T> T connected(Link link, Use<T> use) throws PlatformException, Stopped {
        try (Waiter waiter = machine.links().waiterOn(link.descriptor())) {
            watch(Optional.of(waiter));
            if (link.transport() == Transport.TCP) {
                await(waiter, Waiter.WRITABLE);
                link.connected();
            }
            return use.with(waiter);
        } catch (PlatformException | Stopped | RuntimeException e) {
            link.close();
            throw e;
        } finally {
            watch(Optional.empty());
        }
    }

    private synchronized void watch(Optional<Waiter> waiter) {
        waiting = waiter;
        if (cancelled) {
            waiter.ifPresent(Waiter::wake);
        }
    }

    private void await(Waiter waiter, int interest) throws PlatformException {
        int bits = 0;
        while ((bits & (Waiter.READABLE | Waiter.WRITABLE)) == 0) {
            long left = endNanos - machine.clock().nanos();
            if (isCancelled()) {
                throw new PlatformException("connect", ECANCELED, "no longer wanted");
            }
            if (left <= 0) {
                throw new PlatformException("connect " + wanted.hop(), ETIMEDOUT, "no answer");
            }
            bits = waiter.await(interest, left);
        }
    }

    private Line through(Proxy proxy, Remote remote) throws PlatformException, Stopped {
        var talks = new ProxyTalks(proxy, remote, wanted.hop(), account, machine.random());
        Optional<ProxyTalk> talk = Optional.of(talks.first());
        while (talk.isPresent()) {
            Link link = machine.links().open(order(wanted.hop(), Transport.TCP));
            ProxyTalk current = talk.get();
            ProxyStep last = connected(link, waiter -> converse(link, waiter, current));
            switch (last) {
                case ProxyStep.Opened(ByteBuffer rest) -> {
                    return Line.piped(link, copy(rest));
                }
                case ProxyStep.Relayed(Endpoint relay) -> {
                    return relayed(link, relay);
                }
                case ProxyStep.ConnectAgain(ProxyTalk next) -> talk = Optional.of(next);
                case ProxyStep.SignInNeeded(boolean rejected) ->
                        throw stopped(link, new TunnelEvent.ProxyAsks(proxy, rejected));
                case ProxyStep.Refused(Phrase reason) -> throw stopped(link, refusal(reason));
                case ProxyStep.Send _ -> throw new IllegalStateException("sent already");
            }
            link.close();
        }
        throw new IllegalStateException("no conversation");
    }

    private static Stopped stopped(Link link, TunnelEvent event) {
        link.close();
        return new Stopped(event);
    }

    private TunnelEvent refusal(Phrase reason) {
        String place = wanted.remote().reach().proxy().map(Proxy::place).orElse("");
        return new TunnelEvent.Failed(new Failure.ProxyRefused(place, reason));
    }

    /** Speaks until the last step, which is no sending. */
    private ProxyStep converse(Link link, Waiter waiter, ProxyTalk talk)
            throws PlatformException, Stopped {
        try (Batch out = link.newBatch();
                Batch in = link.newBatch()) {
            ProxyStep step = talk.start();
            ByteBuffer heard = ByteBuffer.allocate(0);
            while (step instanceof ProxyStep.Send(ByteBuffer octets)) {
                say(link, out, octets);
                Optional<ProxyStep> next = talk.receive(heard);
                while (next.isEmpty()) {
                    heard = hear(link, waiter, in);
                    next = talk.receive(heard);
                }
                step = next.get();
            }
            return step;
        }
    }

    private static void say(Link link, Batch out, ByteBuffer octets) throws PlatformException {
        out.clear();
        int length = octets.remaining();
        int slot = out.next();
        out.slab().put(slot, octets, octets.position(), length);
        out.add(slot, length);
        link.send(out);
    }

    private ByteBuffer hear(Link link, Waiter waiter, Batch in) throws PlatformException, Stopped {
        await(waiter, Waiter.READABLE);
        try {
            int count = link.receive(in);
            var octets = ByteBuffer.allocate(count == 0 ? 0 : in.length(0));
            if (count > 0) {
                octets.put(in.slab().slice(in.offset(0), in.length(0)));
            }
            return octets.flip();
        } catch (PlatformException e) {
            throw new Stopped(refusal(e.reason()));
        }
    }

    /** Datagrams name the server by its address, of IPv4 where it has one. */
    private Line relayed(Link control, Endpoint relay) throws PlatformException {
        try {
            Remote remote = wanted.remote();
            IpAddress server =
                    machine.resolver().resolve(remote.host()).stream()
                            .filter(remote.reach().family()::accepts)
                            .min(Comparator.comparing(IpAddress::v6))
                            .orElseThrow(() ->
                                    new PlatformException(
                                            "resolve",
                                            Phrase.of(Phrase.Kind.NO_ADDRESS_OF_FAMILY)));
            Link datagrams = machine.links().open(order(relay, Transport.UDP));
            byte[] front = RelayHeader.towards(new Endpoint(server, remote.port()));
            var link = new RelayedLink(datagrams, control);
            return Line.relayed(link, ByteBuffer.wrap(front));
        } catch (PlatformException e) {
            control.close();
            throw e;
        }
    }

    private static ByteBuffer copy(ByteBuffer rest) {
        return ByteBuffer.allocate(rest.remaining()).put(rest).flip();
    }
}
