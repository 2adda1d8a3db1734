package org.culvert.platform;

import java.util.Set;

/** Tells that this machine's network is another one than before. One thread waits. */
public interface NetworkEvents extends AutoCloseable {
    /** What came or went. */
    enum Notice {
        /** An address, a route or a cable that is not a tunnel's. */
        UPLINK,
        /** A device, a route, a rule or a firewall such as ours: perhaps by another's hand. */
        OURS
    }

    /** Returns once something has changed, with what it was. */
    Set<Notice> await() throws PlatformException;

    @Override
    void close();
}
