package org.culvert.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.MemoryShelf;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.ipc.State;
import org.culvert.spec.Drops;
import org.culvert.spec.Lan;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
                        RowDeed.RENAME,
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
                            case Row.Entry(ProfileCard card) -> card.name();
                        })
                .toList();
    }
}
