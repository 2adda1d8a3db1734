package org.culvert.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class BusTest {
    @Test
    void aBusIsOpenedAndSaysWhoIsThere() throws Exception {
        try (var daemon = new PrivateBus();
                Bus bus = daemon.open()) {
            assertTrue(bus.hasOwner("org.freedesktop.DBus"));
            assertFalse(bus.hasOwner("org.culvert.Nobody"));
        }
    }

    @Test
    void aNameThatComesAndGoesIsTold() throws Exception {
        try (var daemon = new PrivateBus();
                Bus watching = daemon.open();
                Bus coming = daemon.open()) {
            var told = new LinkedBlockingQueue<Boolean>();
            watching.onOwner("org.culvert.Somebody", told::add);

            coming.own("org.culvert.Somebody");
            assertEquals(true, told.poll(5, TimeUnit.SECONDS));
            coming.disown("org.culvert.Somebody");
            assertEquals(false, told.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void noBusIsKnownAtOnce(@TempDir Path folder) {
        assertEquals(Optional.empty(), Bus.at("unix:path=" + folder.resolve("none")));
        assertEquals(Optional.empty(), Bus.at("no address"));
        assertEquals(Optional.empty(), Bus.sessionAddress(Map.of()));
        assertEquals(
                Optional.empty(), Bus.sessionAddress(Map.of("XDG_RUNTIME_DIR", folder.toString())));
    }

    @Test
    void aSocketThatNeverAnswersIsGivenUp(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("mute");
        try (var mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            mute.bind(UnixDomainSocketAddress.of(path));
            assertEquals(Optional.empty(), Bus.at("unix:path=" + path));
        }
    }

    @Test
    void theEnvironmentNamesTheBusBeforeTheRuntimeFolder(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("bus"));
        String runtime = folder.toString();

        assertEquals(
                Optional.of("unix:path=" + folder.resolve("bus")),
                Bus.sessionAddress(Map.of("XDG_RUNTIME_DIR", runtime)));
        assertEquals(
                Optional.of("unix:path=/elsewhere"),
                Bus.sessionAddress(
                        Map.of(
                                "XDG_RUNTIME_DIR",
                                runtime,
                                "DBUS_SESSION_BUS_ADDRESS",
                                "unix:path=/elsewhere")));
        assertEquals(
                Optional.of("unix:path=/system"),
                Bus.systemAddress(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/system")));
    }
}
