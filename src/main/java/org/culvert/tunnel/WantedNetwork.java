package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.plan.NetworkPlan;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.Routing;

import java.util.Optional;

/** What a tunnel wants the machine's network to be, and how far the machine is closed around it. */
final class WantedNetwork {
    private final PlanOf planOf;
    private Optional<TunnelSettings> settings = Optional.empty();
    private boolean armed;
    private boolean closed;

    /** What the network shall look like; without settings: closed all round. */
    @FunctionalInterface
    interface PlanOf {
        NetworkPlan of(Optional<TunnelSettings> settings, Optional<Endpoint> server);
    }

    WantedNetwork(PlanOf planOf) {
        this.planOf = planOf;
    }

    /** As the server told. */
    Optional<TunnelSettings> settings() {
        return settings;
    }

    /** Whether all traffic of at least one family is for the tunnel. */
    boolean full() {
        return settings.filter(s -> s.redirectV4() || s.redirectV6()).isPresent();
    }

    /** Whether it is closed for a first connect, which opens it again where it fails. */
    boolean armed() {
        return armed;
    }

    /** Whether it stays closed until a person says otherwise. */
    boolean closed() {
        return closed;
    }

    /** A profile that is for all traffic is closed before its first packet (security R100). */
    Optional<NetworkPlan> arm(Routing routing) {
        boolean wanted = routing.redirect() && routing.killSwitch();
        if (!wanted || armed || closed) {
            return Optional.empty();
        }
        armed = true;
        return Optional.of(planOf.of(Optional.empty(), Optional.empty()));
    }

    /** Where the machine is closed, its firewall first learns the next server's address. */
    Optional<NetworkPlan> towards(Endpoint server) {
        return armed || closed
                ? Optional.of(planOf.of(settings, Optional.of(server)))
                : Optional.empty();
    }

    NetworkPlan pulled(TunnelSettings told, Endpoint server) {
        settings = Optional.of(told);
        return planOf.of(settings, Optional.of(server));
    }

    /** The plan of the settings is in place. */
    void stands(Routing routing) {
        armed = false;
        closed = routing.killSwitch() && full();
    }

    /** Nothing is wanted any more. */
    void forget() {
        settings = Optional.empty();
        armed = false;
        closed = false;
    }
}
