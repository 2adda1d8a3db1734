package org.culvert.spec;

import org.culvert.net.Transport;

/**
 * A server to try.
 *
 * @param host a name or a literal address, 1..253 characters of a host name or address
 * @param port 1..65535
 * @param transport UDP or TCP
 */
public record Remote(String host, int port, Transport transport) {
    /** Refuses what is no host or port. */
    public Remote {
        if (!host.matches("[A-Za-z0-9._:-]{1,253}") || port < 1 || port > 65535) {
            throw new IllegalArgumentException("remote port " + port);
        }
    }
}
