package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.dbus.Bus;
import org.culvert.dbus.FakeLogind;
import org.culvert.dbus.FakeResolved;
import org.culvert.dbus.PrivateBus;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The loopback device stands in for the tunnel's: it is on every machine. */
class NamesTest {
    private static final String DEVICE = "lo";
    private static final String STUB = "nameserver 127.0.0.53\n";
    private static final DnsSettings NAMES =
            new DnsSettings(List.of(IpAddress.literal("10.8.0.1")), List.of(), List.of());

    @TempDir Path etc;
    @TempDir Path state;
    private final PrivateBus daemon;
    private final Bus serving;

    NamesTest() throws IOException {
        daemon = new PrivateBus();
        serving = daemon.open();
    }

    @AfterEach
    void close() {
        serving.close();
        daemon.close();
    }

    private Names names() {
        return new Names(() -> Optional.of(daemon.open()), etc, state);
    }

    private Path conf() {
        return etc.resolve("resolv.conf");
    }

    @Test
    void resolvedIsToldWhereProgramsAskIt() throws Exception {
        FakeResolved resolved = FakeResolved.on(serving, false);
        Files.writeString(conf(), STUB);
        int index = Interfaces.index(DEVICE);

        names().set(DEVICE, NAMES, true);
        names().restore(DEVICE);

        assertEquals(
                List.of(
                        "dns " + index + " 2:0a080001",
                        "domains " + index + " ~.",
                        "default " + index + " true",
                        "revert " + index),
                resolved.calls());
        assertEquals(STUB, Files.readString(conf()));
    }

    @Test
    void theModuleOfTheCLibraryAsksResolvedToo() throws Exception {
        FakeResolved resolved = FakeResolved.on(serving, false);
        Files.writeString(conf(), "nameserver 192.0.2.53\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files resolve dns # dns\n");

        names().set(DEVICE, NAMES, true);

        assertEquals(3, resolved.calls().size());
    }

    @Test
    void whereNobodyAsksResolvedTheFileIsWritten() throws Exception {
        FakeResolved resolved = FakeResolved.on(serving, false);
        Files.writeString(conf(), "nameserver 192.0.2.53\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files dns # resolve\n");

        names().set(DEVICE, NAMES, true);

        assertEquals(List.of(), resolved.calls());
        assertEquals(NAMES.servers(), ResolvFile.servers(conf()));
        names().restore(DEVICE);
        assertEquals("nameserver 192.0.2.53\n", Files.readString(conf()));
    }

    @Test
    void aRefusalIsARefusalAndTheFileStays() throws Exception {
        FakeResolved.on(serving, true);
        Files.writeString(conf(), STUB);

        var refused = assertThrows(PlatformException.class, () -> names().set(DEVICE, NAMES, true));

        assertTrue(
                String.valueOf(refused.getMessage()).contains("Interactive authentication"),
                refused.getMessage());
        assertEquals(STUB, Files.readString(conf()));
    }

    @Test
    void aStubThatNobodyServesIsReplacedInTheFile() throws Exception {
        Files.writeString(conf(), STUB);

        names().set(DEVICE, NAMES, true);

        assertEquals(NAMES.servers(), ResolvFile.servers(conf()));
    }

    @Test
    void aDeviceThatIsGoneNeedsNoRevert() throws Exception {
        FakeResolved resolved = FakeResolved.on(serving, false);
        Files.writeString(conf(), STUB);

        names().restore("culvert99");

        assertEquals(List.of(), resolved.calls());
    }

    @Test
    void theUplinksServersAreThoseOfOtherDevices() throws Exception {
        FakeResolved.on(serving, false);

        assertEquals(
                List.of(IpAddress.literal("192.0.2.53"), IpAddress.literal("198.51.100.53")),
                Names.uplinkServers(() -> Optional.of(daemon.open())));
        assertEquals(List.of(), Names.uplinkServers(Optional::empty));
    }

    @Test
    void whoSitsHereIsAskedOverTheBusAndNobodyWithoutOne() throws Exception {
        FakeLogind logind = FakeLogind.on(serving);
        logind.add(1000, true, false, "user");

        assertEquals(
                Set.of(1000L), new LogindSessions(() -> Optional.of(daemon.open())).activeUids());
        assertEquals(Set.of(), new LogindSessions(Optional::empty).activeUids());
    }
}
