package org.culvert.profile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.spec.Drops;
import org.culvert.spec.Lan;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** Profiles on the disk: private, whole, and never two of one name. */
class ProfileStoreTest {
    private static final Protection CHOSEN = new Protection(Drops.LET_OUT, Lan.CLOSED);

    @TempDir private Path home;

    private Path folder;
    private ProfileStore store;

    @BeforeEach
    void open() throws IOException {
        folder = home.resolve("culvert/profiles");
        store = ProfileStore.open(folder);
    }

    @Test
    void filesAndTheirFolderBelongToTheUserOnly() throws IOException {
        add("Office");

        assertEquals("rwx------", mode(folder));
        assertEquals("rw-------", mode(files().getFirst()));
    }

    @Test
    void aFileOpenedUpByOthersIsClosedAgain() throws IOException {
        add("Office");
        Files.setPosixFilePermissions(
                files().getFirst(), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertEquals(List.of("Office"), names());
        assertEquals("rw-------", mode(files().getFirst()));
    }

    @Test
    void whatIsStoredComesBackInAnotherProcess() throws IOException {
        StoredProfile profile =
                store.add("Büro / 办公室", "a.ovpn", "original\r\n", "inlined\n", 1_000);

        assertEquals(List.of(profile), ProfileStore.open(folder).list());
        assertEquals("original\r\n", ProfileStore.open(folder).list().getFirst().original());
    }

    @Test
    void theSwitchesAreKeptAndAFileOfOldIsAsUsual() throws IOException {
        StoredProfile profile = store.add("Office", "a.ovpn", "original", "inlined", 1_000);
        store.store(profile.withProtection(CHOSEN));
        assertEquals(CHOSEN, store.list().getFirst().protection());

        Path file = files().getFirst();
        String old = Files.readString(file).replaceFirst(",.protection.:[{][^}]*[}]", "");
        Files.writeString(file, old);
        assertFalse(Files.readString(file).contains("protection"));
        assertEquals(Protection.USUAL, store.list().getFirst().protection());
    }

    @Test
    void marksAreKeptAndAFileOfOldHasNone() throws IOException {
        StoredProfile profile = add("Office");
        var marks = new Marks(true, List.of("work", " work ", "", "Berlin"), "Company");
        store.store(profile.withMarks(marks));
        assertEquals(marks, store.list().getFirst().marks());
        assertEquals(List.of("work", "Berlin"), marks.tags());

        Path file = files().getFirst();
        Files.writeString(file, Files.readString(file).replaceFirst(",\"marks\":\\{[^}]*}", ""));
        assertFalse(Files.readString(file).contains("marks"));
        assertEquals(Marks.NONE, store.list().getFirst().marks());
    }

    @Test
    void aDuplicateHasItsOwnNameAndWasNeverUsed() throws IOException {
        StoredProfile office =
                add("Office").usedAt(7).withProtection(Protection.USUAL.with(Drops.LET_OUT));
        store.store(office);

        StoredProfile copy = store.duplicate(office, 9);

        assertEquals(List.of("Office", "Office 2"), names());
        assertEquals(office.inlined(), copy.inlined());
        assertEquals(Drops.LET_OUT, copy.protection().drops());
        assertEquals(0, copy.lastUsedMillis());
        assertEquals(9, copy.addedMillis());
    }

    @Test
    void whatACrashLeftIsTakenAwayOnceItIsOld() throws IOException {
        Path half = Files.writeString(folder.resolve("a.json.new"), "{");
        ProfileStore.open(folder);
        assertTrue(Files.exists(half));

        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minusSeconds(120)));
        ProfileStore.open(folder);

        assertFalse(Files.exists(half));
    }

    @Test
    void whatAnotherProcessWritesIsSeen() throws IOException {
        StoredProfile office = add("Office");
        assertEquals(List.of("Office"), names());

        ProfileStore.open(folder).rename(office, "Work");

        assertEquals(List.of("Work"), names());
    }

    @Test
    void aTakenNameGetsANumber() throws IOException {
        add("Office");
        add("Office");
        add("Office");

        assertEquals(List.of("Office", "Office 2", "Office 3"), names());
    }

    @Test
    void oddNamesAreMadeFitToShow() throws IOException {
        assertEquals("../../etc/passwd", add("../../etc/passwd").name());
        assertEquals("ab", add("a\n\u202eb\u0007").name());
        assertEquals("VPN", add(" \t ").name());
        assertEquals(64, add("x".repeat(1000)).name().length());
        assertEquals(4, files().size());
        assertEquals(List.of("profiles"), below(home.resolve("culvert")));
    }

    @Test
    void aNewNameThatIsTakenGetsANumberAndTheOldOneIsNoChange() throws IOException {
        StoredProfile office = add("Office");
        add("Home");

        assertEquals("Office", store.rename(office, " Office ").name());
        assertEquals("Home 2", store.rename(office, "Home").name());
        assertEquals(List.of("Home", "Home 2"), names());
    }

    @Test
    void aRemovedProfileIsPutBackAsItWas() throws IOException {
        StoredProfile office = add("Office");
        store.remove(office);
        assertEquals(List.of(), names());

        assertEquals(office, store.restore(office));

        assertEquals(List.of(office), store.list());
    }

    @Test
    void aNameThatWasTakenMeanwhileGetsANumberOnReturn() throws IOException {
        StoredProfile office = add("Office");
        store.remove(office);
        add("Office");

        assertEquals("Office 2", store.restore(office).name());
    }

    @Test
    void aWriteThatEndedInTheMiddleLeavesTheOldProfile() throws IOException {
        StoredProfile office = add("Office");
        Path half = folder.resolve(office.id() + ".json.new");
        Files.writeString(half, "{\"id\":");

        assertEquals(List.of(office), ProfileStore.open(folder).list());

        store.rename(office, "Office in Town");
        assertFalse(Files.exists(half));
        assertEquals(List.of("Office in Town"), names());
    }

    @Test
    void aWriteThatFailsChangesNothing() throws IOException {
        StoredProfile office = add("Office");
        Files.createDirectories(folder.resolve(office.id() + ".json.new/full"));

        assertThrows(IOException.class, () -> store.rename(office, "Other"));

        assertEquals(List.of("Office"), names());
    }

    @Test
    void aDamagedFileIsNamedAndLeftAlone() throws IOException {
        add("Office");
        Path damaged = Files.writeString(folder.resolve("broken.json"), "{\"id\":1");

        assertEquals(List.of(damaged), store.damaged());
        assertEquals(List.of("Office"), names());
        assertEquals("{\"id\":1", Files.readString(damaged));
    }

    @Test
    void anIdThatIsNoneReachesNoOtherFile() {
        var evil = StoredProfile.fresh("../../evil", "Evil", "a", "b", "c", 0);

        assertThrows(IllegalArgumentException.class, () -> store.store(evil));
    }

    @Test
    void profilesAreFoundByNameAndByText() throws IOException {
        StoredProfile office = add("Office");

        assertEquals(office, store.named("Office").orElseThrow());
        assertEquals(List.of(office), store.like("inlined"));
        assertEquals(List.of(), store.like("other"));
        assertFalse(store.named("office").isPresent());
    }

    @Test
    void theTextsOfAProfileAreNotPrinted() throws IOException {
        assertFalse(add("Office").toString().contains("inlined"));
    }

    private StoredProfile add(String name) throws IOException {
        return store.add(name, "test.ovpn", "original", "inlined", 1);
    }

    private List<String> names() throws IOException {
        return store.list().stream().map(StoredProfile::name).toList();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<String> below(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
