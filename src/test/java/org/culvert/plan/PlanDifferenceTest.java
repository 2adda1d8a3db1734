package org.culvert.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.net.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class PlanDifferenceTest {
    private static final Route OFFICE = Route.to(Cidr.literal("10.9.0.0/16"));
    private static final Route LAB = Route.to(Cidr.literal("10.7.0.0/16"));
    private static final DnsSettings NAMES =
            new DnsSettings(List.of(IpAddress.literal("10.8.0.1")), List.of(), List.of());

    private static NetworkPlan plan(
            Optional<NetworkPlan.FullTunnel> full, DnsSettings dns, Route... routes) {
        var device = new NetworkPlan.Device("culvert0", List.of(Cidr.literal("10.8.0.6/24")), 1500);
        return new NetworkPlan(Optional.of(device), List.of(routes), full, dns);
    }

    private static Optional<NetworkPlan.FullTunnel> full(String server) {
        return Optional.of(
                new NetworkPlan.FullTunnel(
                        Optional.of(new Endpoint(IpAddress.literal(server), 1194)),
                        Transport.UDP,
                        false,
                        1,
                        true,
                        true,
                        true,
                        true));
    }

    @Test
    void aPlanIsMadeOfNothingInOrder() {
        var plan = plan(full("192.0.2.1"), NAMES, OFFICE);

        assertEquals(
                List.of(
                        new Change.DeviceUp("culvert0", 1500),
                        new Change.AddAddress("culvert0", Cidr.literal("10.8.0.6/24")),
                        new Change.AddRoute("culvert0", OFFICE, true),
                        new Change.Enclose(
                                Optional.of("culvert0"), full("192.0.2.1").orElseThrow()),
                        new Change.SetDns("culvert0", NAMES, true)),
                PlanDifference.between(List.of(), plan).changes());
    }

    @Test
    void aSplitTunnelUsesTheMainTableAndTheRestOfTheNames() {
        var changes = PlanDifference.changes(plan(Optional.empty(), NAMES, OFFICE));

        assertEquals(
                List.of(
                        new Change.AddRoute("culvert0", OFFICE, false),
                        new Change.SetDns("culvert0", NAMES, false)),
                changes.subList(2, 4));
    }

    @Test
    void nothingIsLeftOfAPlanThatEnds() {
        List<Change> made = PlanDifference.changes(plan(full("192.0.2.1"), NAMES, OFFICE, LAB));

        PlanDifference end = PlanDifference.between(made, NetworkPlan.NOTHING);

        assertEquals(made.reversed(), end.takenBack());
        assertEquals(List.of(), end.changes());
    }

    @Test
    void theSamePlanIsNoDifference() {
        var plan = plan(full("192.0.2.1"), NAMES, OFFICE);

        PlanDifference same = PlanDifference.between(PlanDifference.changes(plan), plan);

        assertEquals(new PlanDifference(List.of(), List.of()), same);
    }

    @Test
    void onlyWhatDiffersIsTouched() {
        List<Change> made = PlanDifference.changes(plan(Optional.empty(), NAMES, OFFICE));

        PlanDifference step =
                PlanDifference.between(made, plan(Optional.empty(), DnsSettings.NONE, LAB));

        assertEquals(
                List.of(
                        new Change.SetDns("culvert0", NAMES, false),
                        new Change.AddRoute("culvert0", OFFICE, false)),
                step.takenBack());
        assertEquals(List.of(new Change.AddRoute("culvert0", LAB, false)), step.changes());
    }

    @Test
    void anotherServerReplacesTheFirewallWithoutReleasingIt() {
        List<Change> made = PlanDifference.changes(plan(full("192.0.2.1"), NAMES, OFFICE));

        PlanDifference step = PlanDifference.between(made, plan(full("192.0.2.2"), NAMES, OFFICE));

        assertEquals(List.of(), step.takenBack());
        assertEquals(
                List.of(
                        new Change.Enclose(
                                Optional.of("culvert0"), full("192.0.2.2").orElseThrow())),
                step.changes());
    }

    @Test
    void withoutADeviceAFullTunnelIsClosedAllRoundAndNamesStay() {
        var plan = new NetworkPlan(Optional.empty(), List.of(OFFICE), full("192.0.2.1"), NAMES);

        assertEquals(
                List.of(new Change.Enclose(Optional.empty(), full("192.0.2.1").orElseThrow())),
                PlanDifference.changes(plan));
    }

    @Test
    void everyChangeKnowsItsUndo() {
        assertEquals(
                List.of(
                        new Undo.DeviceDown("culvert0"),
                        new Undo.RemoveAddress("culvert0", Cidr.literal("10.8.0.6/24")),
                        new Undo.RemoveRoute("culvert0", OFFICE, true),
                        new Undo.Release(),
                        new Undo.RestoreDns("culvert0")),
                PlanDifference.changes(plan(full("192.0.2.1"), NAMES, OFFICE)).stream()
                        .map(Change::undo)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "Culvert", "name of a device too long", "a;b", "a b"})
    void aDeviceNameThatMeansMoreIsRefused(String name) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkPlan.Device(name, List.of(), 1500));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 575, 65_536, -1})
    void anMtuThatNoPacketFitsIsRefused(int mtu) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkPlan.Device("culvert0", List.of(), mtu));
    }
}
