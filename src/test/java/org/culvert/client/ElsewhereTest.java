package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.dbus.Bus;
import org.culvert.dbus.FakeNetworkManager;
import org.culvert.dbus.PrivateBus;
import org.culvert.profile.Importer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ElsewhereTest {
    @TempDir private Path etc;

    @Test
    void aMachineWithoutOtherProgramsHasNothing() {
        assertEquals(List.of(), look());
    }

    @Test
    void configurationsOfOpenVpnAreFound() throws IOException {
        write("openvpn/client/office.conf", TestProfiles.text());
        write("openvpn/client/readme", "no");
        write("openvpn/server/server.conf", "server 10.0.0.0 255.0.0.0");

        var find = assertInstanceOf(Elsewhere.Open.class, look().getFirst());

        assertEquals(1, look().size());
        assertEquals("OpenVPN", find.keeper());
        assertEquals(List.of(etc.resolve("openvpn/client/office.conf")), find.luggage().profiles());
    }

    /** A link that leads nowhere is unreadable for root as well. */
    @Test
    void whatCannotBeReadIsNamedWithItsCommand() throws IOException {
        Path folder = Files.createDirectories(etc.resolve("openvpn/client"));
        Path file = folder.resolve("office.conf");
        Files.createSymbolicLink(file, Path.of("nowhere"));

        assertEquals(
                List.of(
                        new Elsewhere.Closed(
                                file.toString(),
                                "sudo install -m 600 -o \"$USER\" '" + file + "' ~/")),
                look());
    }

    @Test
    void connectionsOfNetworkManagerAreFoundWithTheirFiles() throws Exception {
        Path ca = write("ca.pem", "-----BEGIN CERTIFICATE-----\n");
        try (var daemon = new PrivateBus();
                Bus serving = daemon.open();
                Bus asking = daemon.open()) {
            FakeNetworkManager manager = FakeNetworkManager.on(serving);
            manager.add(
                    "Office",
                    "org.freedesktop.NetworkManager.openvpn",
                    Map.of("remote", "vpn.example.org", "ca", ca.toString()),
                    false);
            manager.add("Other", "org.freedesktop.NetworkManager.l2tp", Map.of(), false);

            List<Elsewhere.Find> finds = new Elsewhere(etc).look(Stream.of(asking));

            assertEquals(1, finds.size());
            var find = assertInstanceOf(Elsewhere.Open.class, finds.getFirst());
            assertEquals("NetworkManager", find.keeper());
            assertEquals("Office", name(find));
        }
    }

    private static String name(Elsewhere.Open find) {
        Path file = find.luggage().profiles().getFirst();
        var imported =
                assertInstanceOf(
                        Importer.Imported.class, Importer.read(file, Map.of(), find.luggage()));
        assertTrue(imported.inlined().contains("<ca>\n-----BEGIN CERTIFICATE-----\n</ca>"));
        return Preparation.nameOf(file, imported);
    }

    private List<Elsewhere.Find> look() {
        return new Elsewhere(etc).look(Stream.of());
    }

    private Path write(String name, String text) throws IOException {
        Path file = etc.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
