package org.culvert.plan;

import org.culvert.net.Cidr;
import org.culvert.net.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What leads to a plan: first what to take back, newest first, then what to do. */
public record PlanDifference(List<Change> takenBack, List<Change> changes) {
    /** Copies its lists. */
    public PlanDifference {
        takenBack = List.copyOf(takenBack);
        changes = List.copyOf(changes);
    }

    /**
     * The steps from what is {@code made} to {@code to}. A full tunnel that is replaced by another
     * is never released in between: no packet passes outside.
     */
    public static PlanDifference between(List<Change> made, NetworkPlan to) {
        List<Change> after = changes(to);
        return new PlanDifference(
                made.reversed().stream()
                        .filter(change -> !after.contains(change))
                        .filter(change -> !isReplaced(change, after))
                        .toList(),
                after.stream().filter(change -> !made.contains(change)).toList());
    }

    private static boolean isReplaced(Change change, List<Change> after) {
        return change instanceof Change.Enclose
                && after.stream().anyMatch(Change.Enclose.class::isInstance);
    }

    /** A plan as the changes that make it out of nothing, in order. */
    public static List<Change> changes(NetworkPlan plan) {
        var changes = new ArrayList<Change>();
        Optional<NetworkPlan.Device> device = plan.device();
        if (device.isEmpty()) {
            return changes;
        }
        String name = device.get().name();
        changes.add(new Change.DeviceUp(name, device.get().mtu()));
        for (Cidr address : device.get().addresses()) {
            changes.add(new Change.AddAddress(name, address));
        }
        for (Route route : plan.routes()) {
            changes.add(new Change.AddRoute(name, route, plan.fullTunnel().isPresent()));
        }
        plan.fullTunnel().ifPresent(full -> changes.add(new Change.Enclose(name, full)));
        if (!plan.dns().isEmpty()) {
            boolean allNames = plan.fullTunnel().isPresent();
            changes.add(new Change.SetDns(name, plan.dns(), allNames));
        }
        return changes;
    }
}
