package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ResolvFileTest {
    private static final String BEFORE = "# by hand\nnameserver 192.0.2.53\nsearch lan\n";
    private static final DnsSettings NAMES =
            new DnsSettings(
                    List.of(IpAddress.literal("10.8.0.1"), IpAddress.literal("fd00::1")),
                    List.of("office.example"),
                    List.of());

    @TempDir Path folder;
    private Path conf = Path.of("");
    private Path kept = Path.of("");
    private ResolvFile file = new ResolvFile(conf, kept);

    @BeforeEach
    void write() throws IOException {
        conf = folder.resolve("resolv.conf");
        kept = folder.resolve("kept");
        file = new ResolvFile(conf, kept);
        Files.writeString(conf, BEFORE);
    }

    @Test
    void theServersOfTheVpnStandInTheFile() throws PlatformException, IOException {
        Object inode = Files.getAttribute(conf, "unix:ino");

        file.write(NAMES);

        assertEquals(NAMES.servers(), ResolvFile.servers(conf));
        assertTrue(Files.readString(conf).contains("search office.example\n"));
        assertEquals(inode, Files.getAttribute(conf, "unix:ino"), "written in place");
    }

    @Test
    void theFileOfBeforeComesBackOctetForOctet() throws PlatformException, IOException {
        file.write(NAMES);
        file.write(new DnsSettings(List.of(IpAddress.literal("10.9.0.1")), List.of(), List.of()));

        file.restore();

        assertEquals(BEFORE, Files.readString(conf));
        assertFalse(Files.exists(kept));
    }

    @Test
    void whatAnotherProgramWroteMeanwhileStays() throws PlatformException, IOException {
        file.write(NAMES);
        Files.writeString(conf, "nameserver 198.51.100.1\n");

        file.restore();

        assertEquals("nameserver 198.51.100.1\n", Files.readString(conf));
        assertFalse(Files.exists(kept));
    }

    @Test
    void aFileCutOffWhileWeWroteItComesBack() throws PlatformException, IOException {
        file.write(NAMES);
        String ours = Files.readString(conf);
        for (int length = 0; length <= ours.length(); length++) {
            Files.writeString(kept, BEFORE);
            Files.writeString(conf, ours.substring(0, length));
            file.restore();
            assertEquals(BEFORE, Files.readString(conf), "octets: " + length);
        }
    }

    @Test
    void restoringWhatWasNeverWrittenDoesNothing() throws PlatformException, IOException {
        file.restore();

        assertEquals(BEFORE, Files.readString(conf));
    }

    @Test
    void aMissingFileIsARefusal() throws IOException {
        Files.delete(conf);

        assertThrows(PlatformException.class, () -> file.write(NAMES));
        assertFalse(Files.exists(conf));
    }

    @Test
    void onlyAddressesAreServers() throws IOException {
        Files.writeString(conf, "nameserver host\n#nameserver 1.1.1.1\nnameserver 192.0.2.9 x\n");

        assertEquals(List.of(IpAddress.literal("192.0.2.9")), ResolvFile.servers(conf));
        assertEquals(List.of(), ResolvFile.servers(folder.resolve("none")));
    }
}
