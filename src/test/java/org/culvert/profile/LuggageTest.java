package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class LuggageTest {
    private static final String CLIENT =
            "client\ndev tun\nremote vpn.example 1194\nremote-cert-tls server\nca ca.crt\n";

    @TempDir private Path folder;

    @Test
    void aFolderGivesTheProfilesInItAndBelow() throws IOException {
        write("b.ovpn", CLIENT);
        write("de/a.conf", CLIENT);
        write("de/readme.txt", "hello");

        assertEquals(
                List.of(folder.resolve("b.ovpn"), folder.resolve("de/a.conf")),
                Luggage.of(List.of(folder)).profiles());
    }

    @Test
    void aFolderWithoutProfilesIsToldSo() throws IOException {
        write("readme.txt", "hello");

        assertEquals("refused CFG-7 0", Verdicts.of(read(folder)));
    }

    @Test
    void aLinkInAFolderIsNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.ovpn"), CLIENT);
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.ovpn"), outside);

        assertEquals(List.of(inside), Luggage.of(List.of(inside)).profiles());
    }

    @Test
    void anArchiveGivesItsProfilesWithTheirPartsAndLeavesNothingOnTheDisk() throws IOException {
        Path zip = zip(Map.of("de/a.ovpn", CLIENT, "de/ca.crt", Read.fixture("ca.crt")));

        Importer.Result read = read(zip);

        var imported = assertInstanceOf(Importer.Imported.class, read);
        assertEquals("importable - 0", Verdicts.of(read));
        assertEquals("a.ovpn", imported.profile().file());
        assertEquals(CLIENT, imported.original());
        assertEquals(List.of(zip), below(folder));
    }

    @Test
    void anArchiveIsKnownByItsBeginningWhateverItsName() throws IOException {
        Path zip = zip(Map.of("a.ovpn", CLIENT));
        Path renamed = Files.move(zip, folder.resolve("profile.ovpn"));

        assertEquals(List.of(renamed.resolve("a.ovpn")), Luggage.of(List.of(renamed)).profiles());
    }

    @Test
    void namesThatLeadOutOfAnArchiveNameNothing() throws IOException {
        Path zip = zip(Map.of("../../evil.ovpn", CLIENT, "/etc/evil.ovpn", CLIENT, "a/", ""));

        assertEquals(List.of(zip), Luggage.of(List.of(zip)).profiles());
        assertEquals("refused CFG-3 0", Verdicts.of(read(zip)));
    }

    @Test
    void anArchiveThatGrowsWithoutEndIsCut() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 100; i++) {
                out.putNextEntry(new ZipEntry("a" + i + ".ovpn"));
                zeros(out, 10 << 20);
            }
        }

        Luggage luggage = Luggage.of(List.of(zip));

        assertTrue(luggage.profiles().size() < 70, luggage::toString);
        assertTrue(luggage.packed().values().stream().allMatch(octets -> octets.length <= 1 << 21));
    }

    private static void zeros(OutputStream out, int count) throws IOException {
        byte[] some = new byte[1 << 20];
        for (int left = count; left > 0; left -= some.length) {
            out.write(some);
        }
    }

    @Test
    void partsThatComeAlongStandInForWhatIsMissing() throws IOException {
        Path profile = write("a/a.ovpn", CLIENT);
        Path part = write("b/ca.crt", Read.fixture("ca.crt"));

        Luggage luggage = Luggage.of(List.of(profile, part));

        assertEquals(List.of(profile), luggage.profiles());
        assertEquals("importable - 0", Verdicts.of(Importer.read(profile, Map.of(), luggage)));
        assertEquals("draft CFG-6 5", Verdicts.of(profile));
    }

    @Test
    void aTextIsAProfileWithoutAFile() {
        byte[] text = CLIENT.getBytes(StandardCharsets.UTF_8);
        Luggage luggage = Luggage.ofText("Pasted", text);

        Path file = luggage.profiles().getFirst();

        assertEquals("draft CFG-6 5", Verdicts.of(Importer.read(file, Map.of(), luggage)));
        assertFalse(luggage.toString().contains("remote"));
    }

    private static Importer.Result read(Path brought) {
        Luggage luggage = Luggage.of(List.of(brought));
        return Importer.read(luggage.profiles().getFirst(), Map.of(), luggage);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path zip = folder.resolve("profiles.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private static List<Path> below(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
