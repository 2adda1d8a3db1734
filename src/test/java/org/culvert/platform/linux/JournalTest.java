package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.plan.Undo;
import org.culvert.platform.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class JournalTest {
    private static final Route THROUGH =
            new Route(Cidr.literal("10.9.0.0/16"), Optional.of(IpAddress.literal("10.8.0.1")), 50);
    private static final List<Undo> ALL =
            List.of(
                    new Undo.DeviceDown("culvert0"),
                    new Undo.RemoveAddress("culvert0", Cidr.literal("10.8.0.6/24")),
                    new Undo.RemoveAddress("culvert0", Cidr.literal("fd00::6/64")),
                    new Undo.RemoveRoute("culvert12", THROUGH, true),
                    new Undo.RemoveRoute("culvert0", Route.to(Cidr.literal("::/0")), false),
                    new Undo.Release(),
                    new Undo.RestoreDns("culvert0"));

    @TempDir Path state;

    private Path file() {
        return state.resolve("journal");
    }

    private List<Undo> read() throws PlatformException {
        return FileJournal.open(state).pending();
    }

    private byte[] written() throws PlatformException, IOException {
        FileJournal journal = FileJournal.open(state);
        for (Undo undo : ALL) {
            journal.add(undo);
        }
        return Files.readAllBytes(file());
    }

    @Test
    void everyRecordSurvivesItsLine() {
        for (Undo undo : ALL) {
            assertEquals(Optional.of(undo), UndoLine.read(UndoLine.write(undo).stripTrailing()));
        }
    }

    @Test
    void aRecordIsOnTheDiskOnceItIsAdded() throws PlatformException {
        FileJournal journal = FileJournal.open(state);
        for (int i = 0; i < ALL.size(); i++) {
            journal.add(ALL.get(i));
            assertEquals(ALL.subList(0, i + 1), read());
        }
    }

    @Test
    void aRecordIsGoneOnceItIsRemovedAndNeverThereTwice() throws PlatformException {
        FileJournal journal = FileJournal.open(state);
        journal.add(ALL.getFirst());
        journal.add(ALL.getFirst());
        journal.add(ALL.getLast());
        journal.remove(ALL.getFirst());

        assertEquals(List.of(ALL.getLast()), read());
    }

    @Test
    void severalAreAddedAndRemovedTogether() throws PlatformException {
        FileJournal journal = FileJournal.open(state);
        journal.add(ALL.get(2));
        journal.addAll(ALL.subList(1, 4));
        assertEquals(List.of(ALL.get(2), ALL.get(1), ALL.get(3)), read());

        journal.removeAll(ALL.subList(2, 7));

        assertEquals(List.of(ALL.get(1)), read());
    }

    @Test
    void anyPrefixOfTheFileIsTheRecordsThatAreWhole() throws PlatformException, IOException {
        byte[] whole = written();
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            List<Undo> found = read();
            assertEquals(ALL.subList(0, found.size()), found, "octets: " + length);
        }
        assertEquals(ALL, read());
    }

    @Test
    void anyChangedOctetCostsItsRecordAndNoOther() throws PlatformException, IOException {
        byte[] whole = written();
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file(), changed);
            List<Undo> found = read();
            assertTrue(ALL.containsAll(found), "octet " + i);
            assertTrue(found.size() >= ALL.size() - 2, "octet " + i);
        }
    }

    @Test
    void garbageIsNoRecordAndNoError() throws PlatformException, IOException {
        var random = new Random(9);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[random.nextInt(400)];
            random.nextBytes(garbage);
            Files.write(file(), garbage);
            assertEquals(List.of(), read());
        }
    }

    @Test
    void goodLinesAmongGarbageAreKept() throws PlatformException, IOException {
        String line = UndoLine.write(new Undo.Release());
        Files.write(
                file(),
                ("\u00ff\u0000 rubbish\n" + line + "1 xx").getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(List.of(new Undo.Release()), read());
    }

    @Test
    void anotherVersionOfTheFormIsLeftOut() throws PlatformException, IOException {
        Files.writeString(file(), UndoLine.write(new Undo.Release()).replaceFirst("^1", "2"));

        assertEquals(List.of(), read());
    }

    @Test
    void anEmptyOrMissingFileIsAnEmptyJournal() throws PlatformException, IOException {
        assertEquals(List.of(), read());
        Files.writeString(file(), "");
        assertEquals(List.of(), read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "lo", "culvert", "culvert100", "culvert0x", "culvert-1"})
    void aDeviceThatIsNotOursIsNeverTouched(String device) {
        String line = UndoLine.write(new Undo.DeviceDown(device)).stripTrailing();

        assertEquals(Optional.empty(), UndoLine.read(line));
    }

    @Test
    void aLinkInItsPlaceIsNotFollowed() throws IOException {
        Path elsewhere = state.resolve("elsewhere");
        Files.writeString(elsewhere, UndoLine.write(new Undo.Release()));
        Files.createSymbolicLink(file(), elsewhere);

        assertThrows(PlatformException.class, this::read);
    }

    @Test
    void nobodyElseMayReadIt() throws PlatformException, IOException {
        written();

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertFalse(Files.exists(state.resolve("journal.new")));
    }
}
