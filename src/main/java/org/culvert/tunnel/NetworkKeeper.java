package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
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

/**
 * Moves the machine's network from plan to plan. What a plan adds stands whole or not at all, but
 * for two things: DNS, which a tunnel can do without, and a firewall that took another's place.
 */
final class NetworkKeeper {
    private final NetworkConfigurator network;
    private final Journal journal;
    private final Enclosure enclosure;
    private final List<Change> made = new ArrayList<>();

    NetworkKeeper(NetworkConfigurator network, Journal journal, Enclosure enclosure) {
        this.network = network;
        this.journal = journal;
        this.enclosure = enclosure;
    }

    /**
     * Makes the network look like {@code plan}; empty when it does. After {@link
     * Failure.DnsNotApplied} it does but for DNS; after any other failure it is as it was, less
     * what the plan no longer wants.
     */
    Optional<Failure> apply(NetworkPlan plan) {
        if (plan.fullTunnel().isPresent() && !enclosure.take(this)) {
            return Optional.of(new Failure.AllTrafficTaken());
        }
        Optional<Failure> failure = move(plan);
        if (!encloses()) {
            enclosure.leave(this);
        }
        return failure;
    }

    private Optional<Failure> move(NetworkPlan plan) {
        PlanDifference difference = PlanDifference.between(made, plan);
        made.removeAll(difference.takenBack());
        forget(undo(undos(difference.takenBack())));
        return make(difference.changes());
    }

    /** All records are stored at once, before the first change. */
    private Optional<Failure> make(List<Change> changes) {
        var fresh = new ArrayList<Change>();
        try {
            journal.addAll(undos(changes));
            for (Change change : changes) {
                network.apply(change, journal);
                fresh.add(change);
            }
        } catch (PlatformException e) {
            Change failed = changes.get(fresh.size());
            fail(failed, fresh);
            forget(undos(changes.subList(fresh.size() + 1, changes.size())));
            return Optional.of(failure(failed, e));
        }
        keep(fresh);
        return Optional.empty();
    }

    /**
     * What somebody else took back.
     *
     * @param lost changes that were not in force any more
     * @param failure why one of them could not be made again
     */
    record Mended(List<Change> lost, Optional<Failure> failure) {}

    /** Reads back what was made and makes again what is lost (security R109, R110). */
    Mended mend() {
        var lost = new ArrayList<Change>();
        for (Change change : made) {
            try {
                if (!network.stands(change)) {
                    lost.add(change);
                    network.apply(change, journal);
                }
            } catch (PlatformException e) {
                lost.add(change);
                return new Mended(lost, Optional.of(failure(change, e)));
            }
        }
        return new Mended(lost, Optional.empty());
    }

    private void fail(Change failed, List<Change> fresh) {
        if (failed instanceof Change.SetDns) {
            forget(undo(List.of(failed.undo())));
            keep(fresh);
            return;
        }
        var undos = new ArrayList<Undo>();
        if (!replaces(failed)) {
            undos.add(failed.undo());
        }
        undos.addAll(undos(fresh.reversed()));
        forget(undo(undos));
    }

    /** Whether an older one is in force, which the kernel leaves in place when it refuses. */
    private boolean replaces(Change change) {
        return change instanceof Change.Enclose && encloses();
    }

    private boolean encloses() {
        return made.stream().anyMatch(Change.Enclose.class::isInstance);
    }

    private void keep(List<Change> fresh) {
        if (fresh.stream().anyMatch(Change.Enclose.class::isInstance)) {
            made.removeIf(Change.Enclose.class::isInstance);
        }
        made.addAll(fresh);
    }

    /** Takes back what an earlier process left, newest first. */
    static List<String> recover(NetworkConfigurator network, Journal journal) {
        var keeper = new NetworkKeeper(network, journal, new Enclosure());
        try {
            List<Undo> left = journal.pending().reversed();
            keeper.forget(keeper.undo(left));
            return left.stream().map(undo -> undo.getClass().getSimpleName()).toList();
        } catch (PlatformException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<Undo> undos(List<Change> changes) {
        return changes.stream().map(Change::undo).toList();
    }

    /** Those that were done; the record of another is tried again at the next start. */
    private List<Undo> undo(List<Undo> undos) {
        var done = new ArrayList<Undo>();
        for (Undo undo : undos) {
            try {
                network.undo(undo);
                done.add(undo);
            } catch (PlatformException _) {
                // its record stays in the journal
            }
        }
        return done;
    }

    /** Strikes records out of the journal, but for those of changes that are in force. */
    private void forget(List<Undo> undos) {
        List<Undo> inForce = undos(made);
        try {
            journal.removeAll(undos.stream().filter(undo -> !inForce.contains(undo)).toList());
        } catch (PlatformException _) {
            // undoing once more at the next start does no harm
        }
    }

    private static Failure failure(Change change, PlatformException e) {
        Phrase reason = e.reason();
        return switch (change) {
            case Change.SetDns(String _, var dns, boolean _) ->
                    new Failure.DnsNotApplied(dns.servers(), reason);
            case Change.DeviceUp(String device, int _) ->
                    refused(Phrase.Kind.DEVICE, device, reason);
            case Change.AddAddress(String _, var address) ->
                    refused(Phrase.Kind.ADDRESS, address.toString(), reason);
            case Change.AddRoute(String _, var route, boolean _) ->
                    refused(Phrase.Kind.ROUTE, route.destination().toString(), reason);
            case Change.Enclose _ ->
                    new Failure.NetworkRefused(Phrase.of(Phrase.Kind.FIREWALL), reason);
        };
    }

    private static Failure refused(Phrase.Kind what, String name, Phrase reason) {
        return new Failure.NetworkRefused(Phrase.of(what, name), reason);
    }
}
