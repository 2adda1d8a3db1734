package org.culvert.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.MemoryShelf;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.culvert.profile.store.Marks;
import org.culvert.spec.Drops;
import org.culvert.spec.Lan;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class ProfileListModelTest {
    private final Connections connections = new Connections();
    private final MemoryShelf shelf =
            new MemoryShelf(
                    List.of(
                            Sample.card("Office", "vpn.example.org"),
                            Sample.card("Home", "203.0.113.40"),
                            Sample.card("Lab", "lab.example.org")));
    private final ProfileListModel model =
            new ProfileListModel(Sample.look(Locale.ENGLISH), shelf, connections);

    @BeforeEach
    void open() {
        shelf.open(Sample.listener(model::profiles));
    }

    @Test
    void theFirstProfileIsSelectedAtFirst() {
        assertEquals(List.of("All profiles", "Home", "Lab", "Office"), lines());
        assertEquals(Optional.of("Home"), selected());
    }

    @Test
    void aSearchLooksAtNamesAndServersInAnyCase() {
        model.query().set("OFF");
        assertEquals(List.of("1 found", "Office"), lines());

        model.query().set("example.org");
        assertEquals(List.of("2 found", "Lab", "Office"), lines());
    }

    @Test
    void theFirstHitIsSelectedAndStaysWhenTheSearchEnds() {
        model.query().set("off");
        assertEquals(Optional.of("Office"), selected());

        model.query().set("");
        assertEquals(Optional.of("Office"), selected());
    }

    @Test
    void aSearchWithoutHitsSaysSoAndNamesTheNearest() {
        model.query().set("offfice");
        assertEquals(
                Optional.of("Nothing is called “offfice”. Did you mean “Office”?"),
                model.nothingFound());

        model.query().set("zebra");
        assertEquals(Optional.of("Nothing is called “zebra”"), model.nothingFound());
        assertEquals(Optional.of("Home"), selected());
    }

    @Test
    void favouritesStandAboveTheOthersAndASearchHasOneList() {
        model.switchFavourite(card("Office"));
        assertEquals(List.of("Favourites", "Office", "All profiles", "Home", "Lab"), lines());

        model.query().set("o");
        assertEquals(List.of("3 found", "Home", "Lab", "Office"), lines());

        model.query().set("");
        model.switchFavourite(card("Office"));
        assertEquals(List.of("All profiles", "Home", "Lab", "Office"), lines());
    }

    @Test
    void aGroupIsOneRowThatOpensAndASearchLooksInside() {
        group("Lab");
        group("Office");
        assertEquals(List.of("All profiles", "Home", "Company closed"), lines());

        model.toggle("Company");
        assertEquals(List.of("All profiles", "Home", "Company open", "Lab", "Office"), lines());

        model.query().set("lab");
        assertEquals(List.of("1 found", "Lab"), lines());
    }

    @Test
    void arrowsOpenAndCloseTheGroupOfTheSelectedProfile() {
        group("Lab");
        group("Office");
        select("Lab");

        assertTrue(model.toggleSelected(true));
        assertFalse(model.toggleSelected(true));
        assertTrue(lines().contains("Company open"));
        assertTrue(model.toggleSelected(false));
        assertTrue(lines().contains("Company closed"));

        select("Home");
        assertFalse(model.toggleSelected(true));
    }

    @Test
    void theMemberUsedLastStandsForItsGroup() {
        ProfileCard lab = card("Lab").usedAt(Instant.ofEpochSecond(5));
        ProfileCard office = card("Office").usedAt(Instant.ofEpochSecond(9));

        assertEquals(office, Row.Group.of("Company", List.of(lab, office), false).last());
        assertEquals(
                card("Lab"),
                Row.Group.of("Company", List.of(card("Lab"), card("Office")), false).last());
    }

    @Test
    void theRowOfAGroupSaysHowManyThereAreOrWhichOneIsBusy() {
        group("Lab");
        group("Office");
        Row.Group group = (Row.Group) model.rows().get(2);
        assertEquals("Profiles: 2", model.face(group).line());

        connections.tell(List.of(Sample.connection("Office", State.CONNECTING, 2, null)));

        assertEquals(State.CONNECTING, model.face(group).shape());
        assertEquals("Company", model.face(group).name());
        assertTrue(model.face(group).line().startsWith("Office · "));
    }

    @Test
    void aMemberThatDoesNotAnswerOffersTheNextOnceEach() {
        group("Lab");
        group("Office");
        model.heard(List.of(failed("Lab", Sample.noAnswer())));
        assertEquals(offered("Lab", "Office"), model.note().get());

        model.note().set(Optional.empty());
        model.heard(List.of(failed("Lab", Sample.noAnswer())));
        assertEquals(Optional.empty(), model.note().get());

        model.heard(List.of(failed("Office", Sample.noAnswer())));
        assertEquals(Optional.empty(), model.note().get());

        model.heard(List.of(Sample.connection("Lab", State.ON, null, null)));
        model.heard(List.of(failed("Office", Sample.noAnswer())));
        assertEquals(offered("Office", "Lab"), model.note().get());
    }

    @Test
    void aRefusedPasswordOrAProfileWithoutAGroupOffersNothing() {
        model.heard(List.of(failed("Lab", Sample.noAnswer())));
        group("Lab");
        group("Office");
        model.heard(List.of(failed("Office", new Failure.WrongPassword())));

        assertEquals(Optional.empty(), model.note().get());
    }

    private static Connection failed(String name, Failure failure) {
        return Sample.connection(name, State.FAILED, 2, failure);
    }

    private Optional<ProfileListModel.Note> offered(String failed, String next) {
        return Optional.of(new ProfileListModel.Note.Offered(card(failed), card(next)));
    }

    private void group(String name) {
        model.mark(card(name), Marks.NONE.withGroup("Company"));
    }

    @Test
    void aSearchFindsTags() {
        model.mark(card("Lab"), Marks.NONE.withTags(List.of("Berlin")));

        model.query().set("berl");

        assertEquals(List.of("1 found", "Lab"), lines());
    }

    @Test
    void aSearchWithHitsSaysNothing() {
        model.query().set("o");

        assertEquals(Optional.empty(), model.nothingFound());
    }

    @Test
    void aRemovedProfileComesBackAndItsNeighbourIsSelectedMeanwhile() {
        select("Lab");
        model.remove(card("Lab"));
        assertEquals(List.of("All profiles", "Home", "Office"), lines());
        assertEquals(Optional.of("Office"), selected());

        model.undo();
        assertEquals(List.of("All profiles", "Home", "Lab", "Office"), lines());
    }

    @Test
    void aProfileInUseIsNeitherRemovedNorRenamed() {
        connections.tell(List.of(Sample.connection("Lab", State.ON, null, null)));

        model.remove(card("Lab"));
        model.startRenaming(card("Lab"));

        assertTrue(lines().contains("Lab"));
        assertEquals(Optional.empty(), model.renaming().get());
        assertEquals(Optional.of(new ProfileListModel.Note.InUse(card("Lab"))), model.note().get());
    }

    @Test
    void aNameIsChangedAndStaysSelected() {
        select("Lab");
        model.startRenaming(card("Lab"));
        model.rename("  Workshop ");

        assertEquals(List.of("All profiles", "Home", "Office", "Workshop"), lines());
        assertEquals(Optional.of("Workshop"), selected());
    }

    @Test
    void aBlankNameChangesNothing() {
        model.startRenaming(card("Lab"));
        model.rename("  ");

        assertTrue(lines().contains("Lab"));
        assertEquals(Optional.empty(), model.renaming().get());
    }

    @Test
    void aMenuOffersOnlyWhatWorksNow() {
        connections.tell(
                List.of(
                        Sample.connection("Lab", State.ON, null, null),
                        Sample.connection("Home", State.CONNECTING, 2, null)));

        assertEquals(List.of(RowDeed.DISCONNECT, RowDeed.RECONNECT), model.deeds(card("Lab")));
        assertEquals(List.of(RowDeed.CANCEL), model.deeds(card("Home")));
        assertEquals(
                List.of(
                        RowDeed.CONNECT,
                        RowDeed.BLOCK_DROPS,
                        RowDeed.ALLOW_LAN,
                        RowDeed.FAVOURITE,
                        RowDeed.TAGS,
                        RowDeed.RENAME,
                        RowDeed.DUPLICATE,
                        RowDeed.EXPORT,
                        RowDeed.EXPORT_INLINED,
                        RowDeed.REMOVE),
                model.deeds(card("Office")));
    }

    private ProfileCard card(String name) {
        return model.withId(name).orElseThrow();
    }

    @Test
    void aSwitchIsKeptAndLeavesTheOtherAlone() {
        ProfileCard card = model.all().getFirst();
        model.switchLan(card);
        ProfileCard closed = named(card.name());
        assertEquals(new Protection(Drops.BLOCKED, Lan.CLOSED), closed.protection());

        model.switchDrops(closed);
        ProfileCard open = named(card.name());
        assertEquals(new Protection(Drops.LET_OUT, Lan.CLOSED), open.protection());
    }

    private ProfileCard named(String name) {
        return model.all().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void select(String name) {
        model.select(card(name));
    }

    private Optional<String> selected() {
        return model.selected().get().map(ProfileCard::name);
    }

    private List<String> lines() {
        return model.rows().stream()
                .map(row ->
                        switch (row) {
                            case Row.Section(String title) -> title;
                            case Row.Group group ->
                                    group.name() + (group.open() ? " open" : " closed");
                            case Row.Entry(ProfileCard card) -> card.name();
                        })
                .toList();
    }
}
