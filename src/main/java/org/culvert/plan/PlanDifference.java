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
        boolean full = plan.fullTunnel().isPresent();
        Optional<String> name = plan.device().map(NetworkPlan.Device::name);
        plan.device().ifPresent(device -> addDevice(device, plan.routes(), full, changes));
        plan.fullTunnel().ifPresent(tunnel -> changes.add(new Change.Enclose(name, tunnel)));
        if (name.isPresent() && !plan.dns().isEmpty()) {
            changes.add(new Change.SetDns(name.get(), plan.dns(), full));
        }
        return changes;
    }

    private static void addDevice(
            NetworkPlan.Device device, List<Route> routes, boolean full, List<Change> changes) {
        changes.add(new Change.DeviceUp(device.name(), device.mtu()));
        for (Cidr address : device.addresses()) {
            changes.add(new Change.AddAddress(device.name(), address));
        }
        for (Route route : routes) {
            changes.add(new Change.AddRoute(device.name(), route, full));
        }
    }
}
