package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.profile.Importer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class ExposureTest {
    @TempDir private Path folder;

    @Test
    void aFileWithAKeyThatOthersCanReadIsNamedAndCanBeClosed() throws IOException {
        Path file = write("office.ovpn", TestProfiles.text(), "rw-r--r--");
        assertEquals(List.of(file), exposed(file));

        Exposure.close(file);

        assertEquals(List.of(), exposed(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aKeyBesideTheProfileIsNamedInItsPlace() throws IOException {
        Path file =
                write("a.ovpn", "client\nremote a.example\nkey a.key\nca ca.crt\n", "rw-r--r--");
        Path key = write("a.key", "-----BEGIN PRIVATE KEY-----\n", "rw-rw----");
        Path ca = write("ca.crt", "-----BEGIN CERTIFICATE-----\n", "rw-r--r--");

        assertEquals(List.of(key), exposed(file));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(ca)));
    }

    @Test
    void whatOnlyItsOwnerReadsIsNot() throws IOException {
        assertEquals(List.of(), exposed(write("office.ovpn", TestProfiles.text(), "rw-------")));
    }

    private static List<Path> exposed(Path file) {
        var read = assertInstanceOf(Importer.Imported.class, Importer.read(file, List.of()));
        return Exposure.of(file, read);
    }

    private Path write(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
