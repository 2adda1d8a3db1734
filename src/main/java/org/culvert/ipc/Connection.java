package org.culvert.ipc;

import org.culvert.failure.Failure;
import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.prompt.Question;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One connection as {@code culvertctl --json status} prints it: unknown is null, never 0 and never
 * absent (design section 5.1). Times are milliseconds since 1970.
 */
public record Connection(
        String id,
        String profile,
        State state,
        @Nullable Integer stage,
        long since,
        int attempt,
        @Nullable Long retryAt,
        @Nullable String remote,
        @Nullable Transport proto,
        @Nullable String cipher,
        @Nullable String tlsVersion,
        @Nullable String tlsGroup,
        @Nullable String dataPath,
        @Nullable String device,
        List<Cidr> addresses,
        List<Cidr> routes,
        List<Dns> dns,
        @Nullable Integer mtu,
        long bytesIn,
        long bytesOut,
        long packetsIn,
        long packetsOut,
        @Nullable Integer rttMillis,
        @Nullable Integer lossPercent,
        boolean fullTunnel,
        boolean killSwitch,
        List<Long> stageMillis,
        @Nullable Prompt prompt,
        @Nullable Failure failure) {
    /** Copies its lists. */
    public Connection {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        dns = List.copyOf(dns);
        stageMillis = List.copyOf(stageMillis);
    }

    /**
     * A server that answers names while the tunnel is up.
     *
     * @param domains searched, or routed to it
     * @param testedMillis when it last answered a probe
     */
    public record Dns(IpAddress server, List<String> domains, @Nullable Long testedMillis) {
        /** Copies its list. */
        public Dns {
            domains = List.copyOf(domains);
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }

    /** A question that waits for its one answer. */
    public record Prompt(int promptId, Question question) {}
}
