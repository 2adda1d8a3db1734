package org.culvert.platform;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;

/**
 * Octets towards the server and back (C: {@code struct link_socket}). Moves bytes and datagrams;
 * what they mean is the pure side's business. One reader thread and one writer thread.
 */
public interface Link extends AutoCloseable {
    /** UDP or TCP. */
    Transport transport();

    /** The other end; a floating one may move. */
    Endpoint remote();

    /**
     * What became of a TCP connection once the descriptor can be written: throws where it failed.
     */
    default void connected() throws PlatformException {}

    /**
     * Packet {@code i} of the batch received last was authentic: a floating link goes on with its
     * sender; true where that is another than before.
     */
    default boolean follow(int i) {
        return false;
    }

    /** A batch of the shape that this link likes best. */
    Batch newBatch();

    /**
     * Clears and fills {@code batch}; returns the packets (TCP: chunks) read, 0 where none wait.
     */
    int receive(Batch batch) throws PlatformException;

    /**
     * Sends {@code batch} in order; returns how many packets (TCP: octets) left, the rest waits.
     */
    int send(Batch batch) throws PlatformException;

    /** What a {@link Waiter} waits on. */
    int descriptor();

    @Override
    void close();
}
