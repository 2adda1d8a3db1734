package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.plan.Change;
import org.culvert.plan.NetworkPlan;
import org.culvert.plan.PlanDifference;
import org.culvert.plan.Undo;
import org.culvert.platform.Journal;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.PlatformException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves the machine's network from plan to plan, every change undone as far as it was made. */
final class NetworkKeeper {
    private final NetworkConfigurator network;
    private final Journal journal;
    private NetworkPlan current = NetworkPlan.NOTHING;

    NetworkKeeper(NetworkConfigurator network, Journal journal) {
        this.network = network;
        this.journal = journal;
    }

    /** Makes the network look like {@code plan}; empty when it does. */
    Optional<Failure> apply(NetworkPlan plan) {
        PlanDifference difference = PlanDifference.between(current, plan);
        difference.undos().forEach(this::undo);
        var made = new ArrayList<Change>();
        for (Change change : difference.changes()) {
            try {
                made.add(change);
                network.apply(change, journal);
            } catch (PlatformException e) {
                if (change instanceof Change.SetDns && plan.fullTunnel().isEmpty()) {
                    undo(change.undo());
                    current = plan;
                    return Optional.of(failure(change, e));
                }
                made.reversed().forEach(done -> undo(done.undo()));
                clear(plan);
                return Optional.of(failure(change, e));
            }
        }
        current = plan;
        return Optional.empty();
    }

    /** What {@code plan} shares with the plan before it is still there: nothing of it may stay. */
    private void clear(NetworkPlan plan) {
        PlanDifference.between(plan, NetworkPlan.NOTHING).undos().forEach(this::undo);
        current = NetworkPlan.NOTHING;
    }

    /** Takes back what an earlier process left, newest first. */
    static List<String> recover(NetworkConfigurator network, Journal journal) {
        var keeper = new NetworkKeeper(network, journal);
        var done = new ArrayList<String>();
        try {
            for (Undo undo : journal.pending().reversed()) {
                keeper.undo(undo);
                done.add(undo.getClass().getSimpleName());
            }
        } catch (PlatformException e) {
            done.add(String.valueOf(e.getMessage()));
        }
        return done;
    }

    private void undo(Undo undo) {
        try {
            network.undo(undo);
            journal.remove(undo);
        } catch (PlatformException _) {
            // the record stays in the journal and is tried again at the next start
        }
    }

    private static Failure failure(Change change, PlatformException e) {
        String reason = String.valueOf(e.getMessage());
        return switch (change) {
            case Change.SetDns(String _, var dns, boolean _) ->
                    new Failure.DnsNotApplied(dns.servers(), reason);
            case Change.DeviceUp(String device, int _) ->
                    new Failure.NetworkRefused("device " + device, reason);
            case Change.AddAddress(String _, var address) ->
                    new Failure.NetworkRefused("address " + address, reason);
            case Change.AddRoute(String _, var route, boolean _) ->
                    new Failure.NetworkRefused("route " + route.destination(), reason);
            case Change.Enclose _ -> new Failure.NetworkRefused("firewall and rules", reason);
        };
    }
}
