package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.prompt.Question;

import java.util.List;
import java.util.Optional;

/**
 * What can be said of a tunnel at one moment.
 *
 * @param phase the state that people see
 * @param stage 1..7 while connecting, else 0
 * @param stageMillis of the seven: how long each took, -1 where it has not begun
 * @param sinceMillis when this phase began, milliseconds since 1970
 * @param attempt from 1, 0 when up
 * @param retryAtMillis when it tries again, 0 where it does not
 * @param promptId of the open question, 0 where none is open
 * @param rttMillis of the last answered echo, -1 where none was
 * @param lossPercent of the last 60 echoes, -1 where none was sent
 */
public record TunnelStatus(
        Phase phase,
        int stage,
        List<Long> stageMillis,
        long sinceMillis,
        int attempt,
        long retryAtMillis,
        Optional<Endpoint> remote,
        Optional<Transport> transport,
        Optional<String> cipher,
        Optional<String> tlsVersion,
        Optional<String> tlsGroup,
        Optional<String> device,
        Optional<Network> network,
        boolean killSwitch,
        int promptId,
        Optional<Question> question,
        Optional<Failure> failure,
        int rttMillis,
        int lossPercent) {
    /** Copies its list. */
    public TunnelStatus {
        stageMillis = List.copyOf(stageMillis);
    }

    /**
     * What the machine's network looks like for it.
     *
     * @param full all traffic of at least one family uses the tunnel
     */
    public record Network(
            List<Cidr> addresses, List<Cidr> routes, DnsSettings dns, int mtu, boolean full) {
        /** Copies its lists. */
        public Network {
            addresses = List.copyOf(addresses);
            routes = List.copyOf(routes);
        }
    }

    /** The eight states that people see. */
    public enum Phase {
        /** No tunnel. */
        OFF,
        /** A question is open. */
        NEED_USER,
        /** One of the seven stages. */
        CONNECTING,
        /** Up and checked. */
        ON,
        /** Up, nothing authenticated for too long. */
        DEGRADED,
        /** Lost, trying again. */
        RECONNECTING,
        /** No tunnel, and nothing leaves. */
        BLOCKED,
        /** Gave up. */
        FAILED
    }
}
