package org.culvert.platform;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;

import java.util.Optional;

/** The listening side of a server (C: {@code mudp.c}, {@code mtcp.c}). One thread awaits. */
public interface Entrance extends AutoCloseable {
    /** Opens entrances. */
    @FunctionalInterface
    interface Builder {
        /** Listens at {@code local}; the wildcard address stands for all of the machine's. */
        Entrance listen(Endpoint local, Transport transport) throws PlatformException;
    }

    /** Waits for the next who knocks; empty once closed. */
    Optional<Arrival> await() throws PlatformException;

    /** Ends the wait, now and for ever; from any thread. */
    @Override
    void close();
}
