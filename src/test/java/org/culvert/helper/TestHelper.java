package org.culvert.helper;

import org.culvert.net.IpAddress;
import org.culvert.plan.Change;
import org.culvert.plan.Undo;
import org.culvert.platform.Dial;
import org.culvert.platform.Journal;
import org.culvert.platform.Link;
import org.culvert.platform.Links;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;
import org.culvert.tunnel.Enclosure;
import org.culvert.tunnel.Machine;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A helper in this process, on a machine without a TUN device. */
record TestHelper(Path socket, Diary diary, Tunnels tunnels, Door door) implements AutoCloseable {
    /** Opens the socket and serves whom {@code mayUse} lets in. */
    static TestHelper at(Path socket, Predicate<UserPrincipal> mayUse) throws IOException {
        var diary = new Diary();
        var callers = new Callers("", socket.resolveSibling("group"), Set::of);
        var tunnels = new Tunnels(machine(), diary, callers);
        Door door = Door.open(socket, mayUse, tunnels, diary);
        Thread.ofVirtual().start(door::run);
        return new TestHelper(socket, diary, tunnels, door);
    }

    /** Asks until it is so, for ten seconds. */
    static boolean eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private static Machine machine() {
        return new Machine(
                new NoTun(),
                (_, _, _, _) -> {
                    throw new PlatformException("tun", 1, "Operation not permitted");
                },
                new NoNetwork(),
                new Enclosure(),
                new NoNetwork(),
                host -> List.of(IpAddress.literal(host)),
                System::nanoTime,
                new SecureRandom(),
                1);
    }

    @Override
    public void close() throws IOException {
        try {
            tunnels.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        door.close();
    }

    private record NoTun() implements Links {
        @Override
        public Link open(Dial dial) throws PlatformException {
            throw new PlatformException("socket", 1, "Operation not permitted");
        }

        @Override
        public TunDevice openTun() throws PlatformException {
            throw new PlatformException("open /dev/net/tun", 2, "No such file or directory");
        }

        @Override
        public Waiter waiterOn(int descriptor) throws PlatformException {
            throw new PlatformException("eventfd", 1, "Operation not permitted");
        }
    }

    private record NoNetwork() implements NetworkConfigurator, Journal {
        @Override
        public void apply(Change change, Journal journal) throws PlatformException {
            throw new PlatformException("netlink", 1, "Operation not permitted");
        }

        @Override
        public boolean stands(Change change) {
            return true;
        }

        @Override
        public void undo(Undo undo) {
            // nothing was done
        }

        @Override
        public void add(Undo undo) {
            // nothing is kept
        }

        @Override
        public void remove(Undo undo) {
            // nothing is kept
        }

        @Override
        public List<Undo> pending() {
            return List.of();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
