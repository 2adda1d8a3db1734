package org.culvert.helper;

import org.culvert.ipc.Connection;
import org.culvert.ipc.Response.StageRow;
import org.culvert.ipc.State;
import org.culvert.net.DnsSettings;
import org.culvert.perf.Stage;
import org.culvert.perf.StageSnapshot;
import org.culvert.tunnel.DataCounters;
import org.culvert.tunnel.TunnelStatus;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From what a tunnel says of itself to what travels over the socket. */
final class Reports {
    private Reports() {}

    static Connection connection(LiveTunnel tunnel) {
        TunnelStatus status = tunnel.runner().status();
        DataCounters counters = tunnel.runner().counters();
        var network = status.network();
        return new Connection(
                tunnel.id(),
                tunnel.profile(),
                state(status.phase()),
                status.stage() == 0 ? null : status.stage(),
                status.sinceMillis(),
                status.attempt(),
                status.retryAtMillis() == 0 ? null : status.retryAtMillis(),
                status.remote().map(Object::toString).orElse(null),
                status.transport().orElse(null),
                status.cipher().orElse(null),
                status.tlsVersion().orElse(null),
                status.tlsGroup().orElse(null),
                status.cipher().flatMap(_ -> tunnel.runner().dataPath()).orElse(null),
                status.device().orElse(null),
                network.map(TunnelStatus.Network::addresses).orElse(List.of()),
                network.map(TunnelStatus.Network::routes).orElse(List.of()),
                network.map(TunnelStatus.Network::dns).map(Reports::dns).orElse(List.of()),
                network.map(TunnelStatus.Network::mtu).orElse(null),
                counters.bytesIn(),
                counters.bytesOut(),
                counters.packetsIn(),
                counters.packetsOut(),
                known(status.rttMillis()),
                known(status.lossPercent()),
                network.map(TunnelStatus.Network::full).orElse(false),
                status.killSwitch(),
                status.stageMillis(),
                prompt(status),
                status.failure().orElse(null));
    }

    private static List<Connection.Dns> dns(DnsSettings settings) {
        List<String> domains =
                Stream.of(settings.searchDomains(), settings.routingDomains())
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        return settings.servers().stream()
                .map(server -> new Connection.Dns(server, domains, null))
                .toList();
    }

    static List<StageRow> stages(StageSnapshot snapshot) {
        return Stream.of(Stage.values())
                .map(stage ->
                        new StageRow(
                                stage,
                                snapshot.share(stage),
                                snapshot.mean(stage),
                                snapshot.counts().getOrDefault(stage, 0L)))
                .toList();
    }

    private static Connection.@Nullable Prompt prompt(TunnelStatus status) {
        Optional<Connection.Prompt> open =
                status.promptId() == 0
                        ? Optional.empty()
                        : status.question().map(q -> new Connection.Prompt(status.promptId(), q));
        return open.orElse(null);
    }

    private static @Nullable Integer known(int value) {
        return value < 0 ? null : value;
    }

    private static State state(TunnelStatus.Phase phase) {
        return switch (phase) {
            case OFF -> State.OFF;
            case NEED_USER -> State.NEED_USER;
            case CONNECTING -> State.CONNECTING;
            case ON -> State.ON;
            case DEGRADED -> State.DEGRADED;
            case RECONNECTING -> State.RECONNECTING;
            case BLOCKED -> State.BLOCKED;
            case FAILED -> State.FAILED;
        };
    }
}
