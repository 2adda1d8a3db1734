package org.culvert.dbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class SystemServicesTest {
    private static final byte[] V4 = {10, 8, 0, 1};

    private final PrivateBus daemon;
    private final Bus serving;
    private final Bus asking;

    SystemServicesTest() throws IOException {
        daemon = new PrivateBus();
        serving = daemon.open();
        asking = daemon.open();
    }

    @AfterEach
    void close() {
        asking.close();
        serving.close();
        daemon.close();
    }

    @Test
    void aFullTunnelsServersAnswerAllNames() throws Exception {
        FakeResolved fake = FakeResolved.on(serving, false);
        Resolved resolved = Resolved.on(asking).orElseThrow();
        byte[] v6 = new byte[16];
        v6[15] = 7;

        resolved.serve(7, List.of(V4, v6), List.of("office.example"), List.of(), true);

        assertEquals(
                List.of(
                        "dns 7 2:0a080001 10:00000000000000000000000000000007",
                        "domains 7 office.example ~.",
                        "default 7 true"),
                fake.calls());
    }

    @Test
    void aSplitTunnelsServersAnswerItsOwnNames() throws Exception {
        FakeResolved fake = FakeResolved.on(serving, false);
        Resolved resolved = Resolved.on(asking).orElseThrow();

        resolved.serve(
                7, List.of(V4), List.of("a.example"), List.of("a.example", "b.example"), false);

        assertEquals("domains 7 a.example ~b.example", fake.calls().get(1));
        assertEquals("default 7 false", fake.calls().get(2));
    }

    @Test
    void aLinkIsReverted() throws Exception {
        FakeResolved fake = FakeResolved.on(serving, false);

        Resolved.on(asking).orElseThrow().revert(7);

        assertEquals(List.of("revert 7"), fake.calls());
    }

    @Test
    void aRefusalSaysWhoAndWhy() throws Exception {
        FakeResolved.on(serving, true);
        Resolved resolved = Resolved.on(asking).orElseThrow();

        var refused =
                assertThrows(
                        ServiceRefused.class,
                        () -> resolved.serve(7, List.of(V4), List.of(), List.of(), true));

        assertEquals(
                "systemd-resolved SetLinkDNS: Interactive authentication required.",
                refused.getMessage());
    }

    @Test
    void theServersOfAllDevicesAreRead() throws Exception {
        FakeResolved.on(serving, false);

        List<Resolved.Server> servers = Resolved.on(asking).orElseThrow().servers();

        assertEquals(List.of(0, 3), servers.stream().map(Resolved.Server::index).toList());
        assertArrayEquals(new byte[] {(byte) 192, 0, 2, 53}, servers.getFirst().octets());
    }

    @Test
    void withoutTheServiceThereIsNothingToAsk() {
        assertEquals(Optional.empty(), Resolved.on(asking));
        assertEquals(Set.of(), Logind.activeUids(asking));
    }

    @Test
    void onlyWhoSitsHereAndIsActiveIsNamed() throws Exception {
        FakeLogind logind = FakeLogind.on(serving);
        logind.add(1000, true, false, "user");
        logind.add(1001, false, false, "user");
        logind.add(1002, true, true, "user");
        logind.add(1003, true, false, "greeter");
        logind.addEnded(1004);
        logind.add(4_000_000_000L, true, false, "user");

        assertEquals(Set.of(1000L, 4_000_000_000L), Logind.activeUids(asking));
    }
}
