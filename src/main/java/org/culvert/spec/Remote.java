package org.culvert.spec;

import org.culvert.net.Transport;

/**
 * A server to try.
 *
 * @param host a name or a literal address, 1..253 characters of a host name or address
 * @param port 1..65535
 * @param transport UDP or TCP
 * @param reach how it is reached
 */
public record Remote(String host, int port, Transport transport, Reach reach) {
    /** A server that is reached directly. */
    public Remote(String host, int port, Transport transport) {
        this(host, port, transport, Reach.DEFAULT);
    }

    /** Refuses what is no host or port, and what the transport cannot do. */
    public Remote {
        if (!host.matches("[A-Za-z0-9._:-]{1,253}") || port < 1 || port > 65535) {
            throw new IllegalArgumentException("remote port " + port);
        }
        boolean udp = transport == Transport.UDP;
        if (udp && reach.proxy().filter(Proxy.Http.class::isInstance).isPresent()) {
            throw new IllegalArgumentException("http-proxy with udp");
        }
        if (!udp && reach.sizes().fragment().octets() != 0) {
            throw new IllegalArgumentException("fragment with tcp");
        }
    }
}
