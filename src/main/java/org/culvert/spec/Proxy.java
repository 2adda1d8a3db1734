package org.culvert.spec;

import org.culvert.prompt.Answer;

import java.util.List;
import java.util.Optional;

/** A proxy on the way to a remote. */
public sealed interface Proxy {
    /** Its name or literal address. */
    String host();

    /** Its port, 1..65535. */
    int port();

    /** Who we are there, where that is at hand. */
    Optional<Answer.Credentials> known();

    /** As people write it, for questions and failures. */
    default String place() {
        return (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port();
    }

    /**
     * An HTTP proxy that knows CONNECT.
     *
     * @param basic whether the password may go over the wire as it is ({@code auto-nct}: no)
     * @param version of HTTP, {@code 1.0} or {@code 1.1}
     * @param headers lines to add to the request
     */
    record Http(
            String host,
            int port,
            boolean basic,
            String version,
            List<String> headers,
            Optional<Answer.Credentials> known)
            implements Proxy {
        private static final int MOST_HEADERS = 11;

        /** Copies its list; refuses lines that would be more than one. */
        public Http {
            headers = List.copyOf(headers);
            refuseBadPlace(host, port);
            boolean lines = headers.stream().allMatch(h -> h.matches("[!-~][ -~]{0,511}"));
            if (headers.size() > MOST_HEADERS || !lines || !version.matches("1\\.[01]")) {
                throw new IllegalArgumentException("http-proxy-option");
            }
        }
    }

    /**
     * A SOCKS5 proxy, for a stream or for datagrams.
     *
     * @param signIn whether the profile says that it asks who we are
     */
    record Socks(String host, int port, boolean signIn, Optional<Answer.Credentials> known)
            implements Proxy {
        /** Refuses what is no place. */
        public Socks {
            refuseBadPlace(host, port);
        }
    }

    private static void refuseBadPlace(String host, int port) {
        if (!host.matches("[A-Za-z0-9._:-]{1,253}") || port < 1 || port > 65535) {
            throw new IllegalArgumentException("proxy port " + port);
        }
    }
}
