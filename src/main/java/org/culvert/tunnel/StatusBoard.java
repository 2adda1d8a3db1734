package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.platform.TunDevice;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.protocol.session.Effect;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Remote;
import org.culvert.tunnel.TunnelStatus.Phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a status out of the machines, and tells what of it is new. */
final class StatusBoard {
    private static final long CHECK_NANOS = 5_000_000_000L;
    private static final int NO_PING_SECONDS = 30;

    private final ConnectSpec spec;
    private volatile TunnelStatus last;
    private Phase phase = Phase.OFF;
    private long phaseSinceMillis = System.currentTimeMillis();
    private volatile int openPrompt;
    private boolean published;

    StatusBoard(ConnectSpec spec) {
        this.spec = spec;
        this.last =
                new TunnelStatus(
                        Phase.OFF,
                        0,
                        List.of(),
                        phaseSinceMillis,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        -1,
                        -1);
    }

    TunnelStatus last() {
        return last;
    }

    /** A question is open under {@code id}, which no other question of this process shares. */
    void newPrompt(int id) {
        openPrompt = id;
    }

    /** Whether this prompt is open; it is not any more afterwards. */
    synchronized boolean takePrompt(int id) {
        boolean open = id != 0 && id == openPrompt;
        openPrompt = open ? 0 : openPrompt;
        return open;
    }

    TunnelStatus read(
            Tunnel tunnel, Optional<TunDevice> tun, Optional<Attempt> attempt, long nowNanos) {
        Phase now = phase(tunnel, attempt, nowNanos);
        if (now != phase) {
            phase = now;
            phaseSinceMillis = System.currentTimeMillis();
        }
        if (tunnel.questions().open().isEmpty()) {
            openPrompt = 0;
        }
        boolean connecting = now == Phase.CONNECTING || now == Phase.NEED_USER;
        Optional<Effect.Secured> secured = attempt.flatMap(Attempt::secured);
        return new TunnelStatus(
                now,
                connecting ? tunnel.clocks().current() : 0,
                clocks(tunnel, nowNanos),
                phaseSinceMillis,
                tunnel.history().attempt(),
                retryAt(tunnel.state(), nowNanos),
                remote(tunnel.state()),
                tunnel.remote().map(Remote::transport),
                secured.map(Effect.Secured::cipher),
                secured.map(s -> s.facts().version()),
                secured.map(s -> s.facts().group()).filter(group -> !group.isEmpty()),
                tunnel.settings().flatMap(_ -> tun.map(TunDevice::name)),
                tunnel.settings().map(settings -> network(settings, names(tunnel))),
                tunnel.killSwitchHolds(),
                openPrompt,
                tunnel.questions().open(),
                failure(tunnel.state()).or(tunnel.history()::trouble),
                attempt.map(Attempt::rttMillis).orElse(-1),
                attempt.map(Attempt::lossPercent).orElse(-1));
    }

    /** Lines for the diary that follow from a change. */
    List<String> news(TunnelStatus status) {
        var lines = new ArrayList<String>();
        if (status.phase() != last.phase()) {
            String where = status.remote().map(r -> " " + r).orElse("");
            String why =
                    status.failure()
                            .map(f -> ", " + FailureText.line(f, Locale.ENGLISH))
                            .orElse("");
            lines.add(spec.profile() + ": " + words(status.phase()) + where + why);
        }
        return lines;
    }

    /** Whether this status says something new; times that merely grow do not count. */
    boolean isNew(TunnelStatus status) {
        boolean fresh = !published || !still(status).equals(still(last));
        last = status;
        published = true;
        return fresh;
    }

    private static TunnelStatus still(TunnelStatus s) {
        return new TunnelStatus(
                s.phase(),
                s.stage(),
                List.of(),
                s.sinceMillis(),
                s.attempt(),
                0,
                s.remote(),
                s.transport(),
                s.cipher(),
                s.tlsVersion(),
                s.tlsGroup(),
                s.device(),
                s.network(),
                s.killSwitch(),
                s.promptId(),
                s.question(),
                s.failure(),
                s.rttMillis(),
                s.lossPercent());
    }

    private static TunnelStatus.Network network(TunnelSettings settings, DnsSettings names) {
        var routes = new ArrayList<Cidr>();
        if (settings.redirectV4()) {
            routes.add(Cidr.literal("0.0.0.0/0"));
        }
        if (settings.redirectV6()) {
            routes.add(Cidr.literal("::/0"));
        }
        settings.routes().forEach(route -> routes.add(route.destination()));
        return new TunnelStatus.Network(
                settings.addresses(),
                routes,
                names,
                settings.mtu(),
                settings.redirectV4() || settings.redirectV6());
    }

    /** Those that are in force. */
    private static DnsSettings names(Tunnel tunnel) {
        boolean without =
                tunnel.spec().routing().withoutDns()
                        || failure(tunnel.state()).or(tunnel.history()::warning).stream()
                                .anyMatch(Failure.DnsNotApplied.class::isInstance);
        return without
                ? DnsSettings.NONE
                : tunnel.settings().map(TunnelSettings::dns).orElse(DnsSettings.NONE);
    }

    private static Phase phase(Tunnel tunnel, Optional<Attempt> attempt, long nowNanos) {
        return switch (tunnel.state()) {
            case TunnelState.Idle(Optional<Failure> failure) ->
                    failure.isPresent() ? Phase.FAILED : Phase.OFF;
            case TunnelState.Asking _ -> Phase.NEED_USER;
            case TunnelState.Resolving _, TunnelState.Connecting _, TunnelState.Configuring _ ->
                    Phase.CONNECTING;
            case TunnelState.Up(Endpoint _, long since, boolean verified) ->
                    up(tunnel, attempt, nowNanos - since, verified, nowNanos);
            case TunnelState.Reconnecting _ -> Phase.RECONNECTING;
            case TunnelState.Blocked _ -> Phase.BLOCKED;
            case TunnelState.TearingDown _ -> Phase.OFF;
        };
    }

    private static Phase up(
            Tunnel tunnel,
            Optional<Attempt> attempt,
            long ageNanos,
            boolean verified,
            long nowNanos) {
        if (!verified) {
            return ageNanos < CHECK_NANOS ? Phase.CONNECTING : Phase.DEGRADED;
        }
        int ping = tunnel.settings().map(s -> s.keepalive().ping()).orElse(0);
        long patience = ping > 0 ? 2L * ping : NO_PING_SECONDS;
        boolean silent = attempt.map(a -> a.silentSeconds(nowNanos) >= patience).orElse(true);
        return silent || tunnel.history().warning().isPresent() ? Phase.DEGRADED : Phase.ON;
    }

    private static Optional<Endpoint> remote(TunnelState state) {
        return switch (state) {
            case TunnelState.Connecting(Endpoint remote) -> Optional.of(remote);
            case TunnelState.Configuring(Endpoint remote) -> Optional.of(remote);
            case TunnelState.Up(Endpoint remote, long _, boolean _) -> Optional.of(remote);
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Resolving _,
                    TunnelState.Reconnecting _,
                    TunnelState.Blocked _,
                    TunnelState.TearingDown _ ->
                    Optional.empty();
        };
    }

    private static Optional<Failure> failure(TunnelState state) {
        return switch (state) {
            case TunnelState.Idle(Optional<Failure> failure) -> failure;
            case TunnelState.TearingDown(Optional<Failure> failure) -> failure;
            case TunnelState.Reconnecting(Failure cause, long _) -> Optional.of(cause);
            case TunnelState.Blocked(Failure cause) -> Optional.of(cause);
            case TunnelState.Asking _,
                    TunnelState.Resolving _,
                    TunnelState.Connecting _,
                    TunnelState.Configuring _,
                    TunnelState.Up _ ->
                    Optional.empty();
        };
    }

    private static long retryAt(TunnelState state, long nowNanos) {
        return state instanceof TunnelState.Reconnecting(Failure _, long until)
                ? System.currentTimeMillis() + (until - nowNanos) / 1_000_000
                : 0;
    }

    private static List<Long> clocks(Tunnel tunnel, long nowNanos) {
        return tunnel.clocks().read(nowNanos).stream()
                .map(clock -> clock.nanos() < 0 ? -1 : clock.nanos() / 1_000_000)
                .toList();
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case OFF -> "off";
            case NEED_USER -> "waiting for an answer";
            case CONNECTING -> "connecting";
            case ON -> "connected";
            case DEGRADED -> "connected, but the server does not answer";
            case RECONNECTING -> "reconnecting";
            case BLOCKED -> "traffic is blocked";
            case FAILED -> "could not connect";
        };
    }
}
