package org.culvert.platform;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;

import java.util.Optional;

/**
 * A link that is wanted.
 *
 * @param remote the other end
 * @param transport UDP or TCP
 * @param mark of the socket, 0 for none
 * @param localAddress where our end is bound; empty: any
 * @param localPort port of our end, 0: any
 * @param floating whether datagrams of other addresses are taken too
 */
public record Dial(
        Endpoint remote,
        Transport transport,
        int mark,
        Optional<IpAddress> localAddress,
        int localPort,
        boolean floating) {
    /** A link whose own end is wherever the system likes. */
    public Dial(Endpoint remote, Transport transport, int mark) {
        this(remote, transport, mark, Optional.empty(), 0, false);
    }

    /** Whether our end is bound. */
    public boolean bound() {
        return localAddress.isPresent() || localPort != 0;
    }
}
