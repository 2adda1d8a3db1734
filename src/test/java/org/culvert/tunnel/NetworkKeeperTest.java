package org.culvert.tunnel;

import static org.culvert.tunnel.Samples.endpoint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.plan.Change;
import org.culvert.plan.NetworkPlan;
import org.culvert.plan.PlanDifference;
import org.culvert.plan.Undo;
import org.culvert.platform.Journal;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.PlatformException;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

class NetworkKeeperTest {
    private static final NetworkPlan FULL =
            Samples.plan(Samples.settings(true), endpoint("192.0.2.1"), true);
    private static final NetworkPlan ELSEWHERE =
            Samples.plan(Samples.settings(true), endpoint("192.0.2.2"), true);
    private static final NetworkPlan SPLIT =
            Samples.plan(Samples.settings(false), endpoint("192.0.2.1"), true);

    private final Machine machine = new Machine();
    private final Enclosure enclosure = new Enclosure(0);
    private final NetworkKeeper keeper = new NetworkKeeper(machine, machine, enclosure);

    /** A network in memory that can refuse, and its journal. */
    private static final class Machine implements NetworkConfigurator, Journal {
        private final List<Undo> inForce = new ArrayList<>();
        private final List<Undo> pending = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private List<Undo> pendingBefore = List.of();
        private Predicate<Change> refuses = _ -> false;

        @Override
        public void apply(Change change, Journal journal) throws PlatformException {
            journal.add(change.undo());
            pendingBefore = pendingBefore.isEmpty() ? List.copyOf(pending) : pendingBefore;
            if (refuses.test(change)) {
                throw new PlatformException("netlink", 1, "Operation not permitted");
            }
            done.add("+" + change.getClass().getSimpleName());
            if (!inForce.contains(change.undo())) {
                inForce.add(change.undo());
            }
        }

        @Override
        public void undo(Undo undo) {
            done.add("-" + undo.getClass().getSimpleName());
            inForce.remove(undo);
        }

        @Override
        public boolean stands(Change change) {
            return inForce.contains(change.undo());
        }

        @Override
        public void add(Undo undo) {
            if (!pending.contains(undo)) {
                pending.add(undo);
            }
        }

        @Override
        public void remove(Undo undo) {
            pending.remove(undo);
        }

        @Override
        public List<Undo> pending() {
            return List.copyOf(pending);
        }

        @Override
        public void close() {
            // in memory
        }
    }

    @Test
    void whatIsAppliedIsTakenBackInReverse() {
        assertEquals(Optional.empty(), keeper.apply(FULL));
        assertEquals(
                List.of("+DeviceUp", "+AddAddress", "+AddRoute", "+Enclose", "+SetDns"),
                machine.done);
        machine.done.clear();

        assertEquals(Optional.empty(), keeper.apply(NetworkPlan.NOTHING));

        assertEquals(
                List.of("-RestoreDns", "-Release", "-RemoveRoute", "-RemoveAddress", "-DeviceDown"),
                machine.done);
        assertEquals(List.of(), machine.pending);
    }

    @Test
    void theWholeWayBackIsInTheJournalBeforeTheFirstChange() {
        keeper.apply(FULL);

        assertEquals(
                PlanDifference.changes(FULL).stream().map(Change::undo).toList(),
                machine.pendingBefore);
    }

    @Test
    void whatAnotherTookBackIsMadeAgainAndNothingElse() {
        keeper.apply(FULL);
        machine.done.clear();
        machine.inForce.removeIf(Undo.Release.class::isInstance);

        var mended = keeper.mend();

        assertEquals(List.of("+Enclose"), machine.done);
        assertInstanceOf(Change.Enclose.class, mended.lost().getFirst());
        assertEquals(Optional.empty(), mended.failure());
        assertEquals(List.of(), keeper.mend().lost(), "all stands again");
    }

    @Test
    void whatCannotBeMadeAgainIsAFailure() {
        keeper.apply(FULL);
        machine.inForce.removeIf(Undo.Release.class::isInstance);
        machine.refuses = Change.Enclose.class::isInstance;

        var failure = keeper.mend().failure().orElseThrow();

        assertInstanceOf(Failure.NetworkRefused.class, failure);
    }

    @Test
    void withoutATunnelThereIsNothingToMend() {
        assertEquals(List.of(), keeper.mend().lost());
    }

    @Test
    void aSecondTunnelCannotHaveAllTrafficUntilTheFirstHasLeftIt() {
        var second = new NetworkKeeper(machine, machine, enclosure);
        keeper.apply(FULL);
        List<Undo> first = List.copyOf(machine.inForce);

        assertEquals(Optional.of(new Failure.AllTrafficTaken()), second.apply(ELSEWHERE));
        assertEquals(Optional.empty(), second.apply(NetworkPlan.NOTHING));
        assertEquals(first, machine.inForce, "the first stays closed around");

        keeper.apply(NetworkPlan.NOTHING);
        assertEquals(Optional.empty(), second.apply(ELSEWHERE));
    }

    @Test
    void aTunnelWhoseFirewallIsRefusedLeavesAllTrafficToOthers() {
        var second = new NetworkKeeper(machine, machine, enclosure);
        machine.refuses = Change.Enclose.class::isInstance;
        keeper.apply(FULL);
        machine.refuses = _ -> false;

        assertEquals(Optional.empty(), second.apply(ELSEWHERE));
    }

    @Test
    void aSplitTunnelGoesBesideOneThatHasAllTraffic() {
        keeper.apply(FULL);

        assertEquals(Optional.empty(), new NetworkKeeper(machine, machine, enclosure).apply(SPLIT));
    }

    @Test
    void theSamePlanTwiceDoesNothing() {
        keeper.apply(FULL);
        machine.done.clear();

        assertEquals(Optional.empty(), keeper.apply(FULL));

        assertEquals(List.of(), machine.done);
    }

    @Test
    void aRefusedStepTakesEveryEarlierOneBack() {
        for (Change refused : PlanDifference.changes(FULL)) {
            if (!(refused instanceof Change.SetDns)) {
                machine.refuses = refused::equals;

                Optional<Failure> failure = keeper.apply(FULL);

                assertInstanceOf(Failure.NetworkRefused.class, failure.orElseThrow());
                assertEquals(List.of(), machine.inForce);
                assertEquals(List.of(), machine.pending);
            }
        }
    }

    @Test
    void refusedDnsLeavesTheRestInPlace() {
        machine.refuses = Change.SetDns.class::isInstance;

        Optional<Failure> failure = keeper.apply(FULL);

        assertInstanceOf(Failure.DnsNotApplied.class, failure.orElseThrow());
        assertTrue(machine.inForce.contains(new Undo.Release()));
        assertFalse(machine.pending.contains(new Undo.RestoreDns("culvert0")));
    }

    @Test
    void aFirewallIsReplacedAndNeverReleasedInBetween() {
        keeper.apply(FULL);
        machine.done.clear();

        keeper.apply(ELSEWHERE);

        assertEquals(List.of("+Enclose"), machine.done);
        machine.done.clear();
        keeper.apply(NetworkPlan.NOTHING);
        assertEquals(1, machine.done.stream().filter("-Release"::equals).count());
    }

    @Test
    void aRefusedReplacementLeavesTheOldFirewallInForce() {
        keeper.apply(FULL);
        machine.refuses = Change.Enclose.class::isInstance;

        assertTrue(keeper.apply(ELSEWHERE).isPresent());

        assertTrue(machine.inForce.contains(new Undo.Release()));
        keeper.apply(NetworkPlan.NOTHING);
        assertEquals(List.of(), machine.inForce);
        assertEquals(List.of(), machine.pending);
    }

    @Test
    void fromFullToSplitTheFirewallGoes() {
        keeper.apply(FULL);

        keeper.apply(SPLIT);

        assertFalse(machine.inForce.contains(new Undo.Release()));
        assertFalse(machine.pending.contains(new Undo.Release()));
    }

    @Test
    void whatAKilledProcessLeftIsTakenBackNewestFirst() {
        keeper.apply(FULL);
        machine.done.clear();

        List<String> done = NetworkKeeper.recover(machine, machine);

        assertEquals(
                List.of("RestoreDns", "Release", "RemoveRoute", "RemoveAddress", "DeviceDown"),
                done);
        assertEquals(List.of(), machine.inForce);
        assertEquals(List.of(), machine.pending);
    }
}
