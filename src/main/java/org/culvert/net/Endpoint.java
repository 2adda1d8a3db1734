package org.culvert.net;

import java.util.Optional;

/**
 * An address and a port, printed as {@code 203.0.113.7:1194} or {@code [2001:db8::1]:1194}.
 *
 * @param address where
 * @param port 1..65535
 */
public record Endpoint(IpAddress address, int port) {
    /** Refuses a port outside 1..65535. */
    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port);
        }
    }

    /** Reads what {@link #toString} prints; empty if it is not that. */
    public static Optional<Endpoint> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host)
                .filter(address -> address.v6() == bracketed && port <= 65535)
                .map(address -> new Endpoint(address, port));
    }

    @Override
    public String toString() {
        return address.v6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
