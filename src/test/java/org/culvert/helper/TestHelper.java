package org.culvert.helper;

import org.culvert.net.IpAddress;
import org.culvert.platform.NoLinks;
import org.culvert.platform.NoNetwork;
import org.culvert.platform.PlatformException;
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
                new NoLinks(),
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
}
