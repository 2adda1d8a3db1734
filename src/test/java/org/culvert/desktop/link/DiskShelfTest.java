package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.client.TestProfiles;
import org.culvert.failure.Failure;
import org.culvert.keys.TestPki;
import org.culvert.profile.Connecting;
import org.culvert.profile.store.Marks;
import org.culvert.profile.store.ProfileStore;
import org.culvert.spec.Drops;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class DiskShelfTest {
    @TempDir private Path folder;

    private final List<List<ProfileCard>> told = new ArrayList<>();
    private final List<Failure> troubles = new ArrayList<>();
    private DiskShelf shelf;

    @BeforeEach
    void open() throws IOException {
        shelf =
                new DiskShelf(
                        ProfileStore.open(folder.resolve("store")),
                        Locale.ENGLISH,
                        () -> TestPki.NOW,
                        Runnable::run,
                        Runnable::run);
        shelf.open(
                new ProfileShelf.Listener() {
                    @Override
                    public void profiles(List<ProfileCard> profiles) {
                        told.add(profiles);
                    }

                    @Override
                    public void trouble(Failure failure) {
                        troubles.add(failure);
                    }
                });
    }

    @AfterEach
    void noTroubleIsLeft() {
        assertEquals(List.of(), troubles);
    }

    @Test
    void aFileThatWasAddedIsTold() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");

        ProfileCard card = told.getLast().getFirst();
        assertEquals(id, card.id());
        assertEquals("Office", card.name());
        assertEquals("vpn.example.org", card.host());
        assertEquals(List.of("UDP 1194"), card.remotes());
        assertEquals(ProfileCard.Traffic.EVERYTHING, card.traffic());
        assertEquals(Optional.of("anna"), card.certificate());
        assertTrue(card.verifiesServer());
        assertInstanceOf(Connecting.Ready.class, shelf.prepare(id, HelperLink.Manner.AS_TOLD));
    }

    @Test
    void whatAnotherProgramStoresIsToldAndNothingElse() throws IOException {
        var other = ProfileStore.open(folder.resolve("store"));
        int before = told.size();
        shelf.reread();
        assertEquals(before, told.size());

        assertEquals(Optional.empty(), shelf.newest());
        var stored = other.add("Lab", "lab.ovpn", "remote a.example", "remote a.example", 1);
        shelf.reread();
        assertEquals("Lab", told.getLast().getFirst().name());
        assertEquals(Optional.of(stored.id()), shelf.newest());

        other.remove(stored);
        shelf.reread();
        assertEquals(List.of(), told.getLast());
        assertEquals(before + 2, told.size());
    }

    @Test
    void aFileThatIsKnownIsRecognised() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");

        ImportDraft changed = inspect("again.ovpn", TestProfiles.text("verb 4"));
        ImportDraft same = inspect("same.ovpn", TestProfiles.text("redirect-gateway def1"));

        assertEquals(Optional.of(id), changed.known());
        assertFalse(changed.unchanged());
        assertEquals(Optional.of(id), same.known());
        assertTrue(same.unchanged());
    }

    @Test
    void anotherServerIsNotKnown() throws IOException {
        var _ = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");

        ImportDraft other = inspect("b.ovpn", TestProfiles.text("remote b.example.org"));

        assertEquals(Optional.empty(), other.known());
    }

    @Test
    void linesThatNeverRunAreListedWithTheirNumber() throws IOException {
        ImportDraft draft = inspect("up.ovpn", "up /bin/x\n" + TestProfiles.text());

        assertEquals(1, draft.unused().getFirst().line());
        assertEquals("up /bin/x", draft.unused().getFirst().option());
    }

    @Test
    void aPartThatIsNotThereIsMissing() throws IOException {
        ImportDraft draft = inspect("ta.ovpn", TestProfiles.text("tls-auth ta.key 1"));

        assertEquals(List.of("ta.key"), draft.missing());
        assertInstanceOf(Failure.PartMissing.class, draft.failure().orElseThrow());
    }

    @Test
    void aChosenPartIsTaken() throws IOException {
        Path file = write("x/office.ovpn", "client\nremote a.example.org\nca ca.crt\n");
        Path part = write("y/other-name.crt", "-----BEGIN CERTIFICATE-----\n");
        var drafts = new ArrayList<ImportDraft>();

        shelf.inspect(file, Map.of("ca.crt", part), drafts::add);

        assertEquals(List.of(), drafts.getFirst().missing());
    }

    @Test
    void whatIsNoProfileSaysSo() throws IOException {
        ImportDraft draft = inspect("page.ovpn", "<!DOCTYPE html><html></html>");

        assertTrue(draft.card().isEmpty());
        assertInstanceOf(Failure.NotAProfile.class, draft.failure().orElseThrow());
    }

    @Test
    void aRemovedProfileComesBack() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");

        shelf.remove(id);
        assertEquals(List.of(), told.getLast());
        assertInstanceOf(Connecting.Blocked.class, shelf.prepare(id, HelperLink.Manner.AS_TOLD));

        shelf.restore(id);
        assertEquals(id, told.getLast().getFirst().id());
    }

    @Test
    void aReplacedProfileKeepsItsNameAndId() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");
        ImportDraft other = inspect("b.ovpn", TestProfiles.text("remote b.example.org"));

        shelf.replace(id, other, same -> assertEquals(id, same));

        assertEquals("Office", told.getLast().getFirst().name());
        assertEquals(2, told.getLast().getFirst().remotes().size() + 1);
    }

    @Test
    void aProfileThatCannotTellItsServerIsReadyAfterConsent() throws IOException {
        String id = add("office.ovpn", TestProfiles.unverified(), "Office");
        assertInstanceOf(Connecting.Blocked.class, shelf.prepare(id, HelperLink.Manner.AS_TOLD));

        shelf.acceptUnverified(id, () -> {});

        assertInstanceOf(Connecting.Ready.class, shelf.prepare(id, HelperLink.Manner.AS_TOLD));
    }

    @Test
    void aSpecIsMadeWithoutTheDnsOfTheVpnForWhoAsksForIt() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");

        assertFalse(withoutDns(shelf.prepare(id, HelperLink.Manner.AS_TOLD)));
        assertTrue(withoutDns(shelf.prepare(id, HelperLink.Manner.WITHOUT_VPN_DNS)));
    }

    @Test
    void aSpecIsMadeOfTheServersOnTcp443ForWhoAsksForIt() throws IOException {
        String text = TestProfiles.text("remote b.example 443 tcp");
        String id = add("office.ovpn", text, "Office");

        var web =
                assertInstanceOf(
                        Connecting.Ready.class, shelf.prepare(id, HelperLink.Manner.BY_TCP_443));
        assertEquals("b.example", web.spec().remotes().getFirst().host());
    }

    @Test
    void theSwitchForDropsIsKeptToldAndUsed() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");
        assertTrue(killSwitch(id));

        shelf.protect(id, Protection.USUAL.with(Drops.LET_OUT));

        assertFalse(killSwitch(id));
        assertEquals(Protection.USUAL.with(Drops.LET_OUT), told.getLast().getFirst().protection());
        shelf.protect(id, Protection.USUAL);
        assertTrue(killSwitch(id));
    }

    private boolean killSwitch(String id) {
        var result = shelf.prepare(id, HelperLink.Manner.AS_TOLD);
        return assertInstanceOf(Connecting.Ready.class, result).spec().routing().killSwitch();
    }

    private static boolean withoutDns(Connecting.Result result) {
        return assertInstanceOf(Connecting.Ready.class, result).spec().routing().withoutDns();
    }

    @Test
    void marksAreKeptAndTold() throws IOException {
        String id = add("office.ovpn", TestProfiles.text(), "Office");

        shelf.mark(id, new Marks(true, List.of("work"), ""));

        assertEquals(List.of("work"), told.getLast().getFirst().marks().tags());
        assertTrue(told.getLast().getFirst().marks().favourite());
    }

    @Test
    void aDuplicateStandsBesideItsOriginal() throws IOException {
        String id = add("office.ovpn", TestProfiles.text(), "Office");
        var ids = new ArrayList<String>();

        shelf.duplicate(id, ids::add);

        assertEquals(
                List.of("Office", "Office 2"),
                told.getLast().stream().map(ProfileCard::name).toList());
        assertEquals(told.getLast().getLast().id(), ids.getFirst());
    }

    @Test
    void anExportIsTheFileAsItCameOrWithItsPartsAndForTheOwnerAlone() throws IOException {
        var _ = write("ta.key", "a key\n");
        String text = TestProfiles.text("tls-auth ta.key 1");
        String id = add("office.ovpn", text, "Office");
        Path came = folder.resolve("came.ovpn");
        Path whole = write("whole.ovpn", "old");

        shelf.export(id, false, came);
        shelf.export(id, true, whole);

        assertEquals(text, Files.readString(came));
        assertTrue(Files.readString(whole).endsWith("<tls-auth>\na key\n</tls-auth>\n"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(came)));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(whole)));
    }

    @Test
    void whereNothingCanBeExportedToIsNamedAndNotTheStore() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");
        Path nowhere = Path.of("/proc/culvert/office.ovpn");

        shelf.export(id, false, nowhere);

        var failure = assertInstanceOf(Failure.Unreadable.class, troubles.removeLast());
        assertEquals(nowhere.toString(), failure.file());
    }

    @Test
    void aNewNameIsTold() throws IOException {
        String id = add("office.ovpn", TestProfiles.text("redirect-gateway def1"), "Office");

        shelf.rename(id, "Work");

        assertEquals("Work", told.getLast().getFirst().name());
    }

    private String add(String file, String text, String name) throws IOException {
        var ids = new ArrayList<String>();
        shelf.add(inspect(file, text), name, ids::add);
        return ids.getFirst();
    }

    private ImportDraft inspect(String name, String text) throws IOException {
        var drafts = new ArrayList<ImportDraft>();
        shelf.inspect(write(name, text), drafts::add);
        return drafts.getFirst();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
