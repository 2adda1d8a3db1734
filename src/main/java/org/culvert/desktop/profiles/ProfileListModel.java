package org.culvert.desktop.profiles;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.spec.Protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The profiles as a list that can be searched, with one of them selected. Knows no node; used on
 * one thread.
 */
public final class ProfileListModel {
    /** What the bar below the list says. */
    sealed interface Note {
        /** Taken from the list, and can come back. */
        record Removed(ProfileCard card) implements Note {}

        /** In use, so that it can be neither renamed nor removed. */
        record InUse(ProfileCard card) implements Note {}

        /** Something to know that is said once. */
        record Said(String text) implements Note {}
    }

    private final Look look;
    private final ProfileShelf shelf;
    private final Connections connections;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<ProfileCard>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> renaming =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Note>> note =
            new SimpleObjectProperty<>(Optional.empty());
    private List<ProfileCard> all = List.of();

    /** A list without profiles yet. */
    public ProfileListModel(Look look, ProfileShelf shelf, Connections connections) {
        this.look = look;
        this.shelf = shelf;
        this.connections = connections;
        query.subscribe(typed -> fill());
    }

    /** Takes all stored profiles, in their order. */
    public void profiles(List<ProfileCard> profiles) {
        List<ProfileCard> before = all;
        all = List.copyOf(profiles);
        selected.set(selected.get().flatMap(card -> successor(card, before)));
        fill();
    }

    /** The card with the same id, else the one that now stands in its place. */
    private Optional<ProfileCard> successor(ProfileCard card, List<ProfileCard> before) {
        Optional<ProfileCard> same = withId(card.id());
        if (same.isPresent() || all.isEmpty()) {
            return same;
        }
        int place = before.stream().map(ProfileCard::id).toList().indexOf(card.id());
        return Optional.of(all.get(Math.clamp(place, 0, all.size() - 1)));
    }

    /** All stored profiles. */
    public List<ProfileCard> all() {
        return all;
    }

    /** The profile with that id. */
    public Optional<ProfileCard> withId(String id) {
        return all.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** What is searched for. */
    public StringProperty query() {
        return query;
    }

    /** The profile that is looked at. */
    public ReadOnlyObjectProperty<Optional<ProfileCard>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** Looks at {@code card}; an open name field closes. */
    public void select(ProfileCard card) {
        selected.set(withId(card.id()));
    }

    private void fill() {
        List<ProfileCard> hits = all.stream().filter(this::matches).toList();
        var fresh = new ArrayList<Row>();
        if (!hits.isEmpty()) {
            fresh.add(new Row.Section(title(hits.size())));
            hits.forEach(card -> fresh.add(new Row.Entry(card)));
        }
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        boolean shown = selected.get().filter(hits::contains).isPresent();
        if (!shown && !hits.isEmpty()) {
            selected.set(Optional.of(hits.getFirst()));
        }
    }

    private String title(int hits) {
        return searching() ? look.text("search.hits", hits) : look.text("sidebar.all");
    }

    private boolean searching() {
        return !query.get().isBlank();
    }

    private boolean matches(ProfileCard card) {
        String typed = query.get().strip().toLowerCase(Locale.ROOT);
        return card.name().toLowerCase(Locale.ROOT).contains(typed)
                || card.host().toLowerCase(Locale.ROOT).contains(typed);
    }

    /** The lines to be shown. */
    ObservableList<Row> rows() {
        return rows;
    }

    /** A sentence in place of the list, where a search finds nothing. */
    Optional<String> nothingFound() {
        if (!searching() || !rows.isEmpty()) {
            return Optional.empty();
        }
        String typed = query.get().strip();
        return Optional.of(
                Nearest.to(typed, all.stream().map(ProfileCard::name).toList())
                        .map(name -> look.text("search.nearest", typed, name))
                        .orElseGet(() -> look.text("search.none", typed)));
    }

    /** What the row of {@code card} says now. */
    RowFace face(ProfileCard card) {
        return RowFace.of(card, connections.of(card.name()), connections.track(card.name()), look);
    }

    /** What can be done with {@code card} now. */
    List<RowDeed> deeds(ProfileCard card) {
        return RowDeed.of(connections.of(card.name()));
    }

    /** The id of the profile whose name is being changed. */
    ObjectProperty<Optional<String>> renaming() {
        return renaming;
    }

    /** Opens the name of {@code card} for a change, unless it is in use. */
    public void startRenaming(ProfileCard card) {
        if (allowed(RowDeed.RENAME, card)) {
            renaming.set(Optional.of(card.id()));
        }
    }

    /** Ends renaming; a blank or unchanged name changes nothing. */
    void rename(String name) {
        Optional<ProfileCard> card = renaming.get().flatMap(this::withId);
        renaming.set(Optional.empty());
        card.filter(c -> !name.isBlank() && !name.strip().equals(c.name()))
                .ifPresent(c -> shelf.rename(c.id(), name.strip()));
    }

    /** Ends renaming without a change. */
    void keepName() {
        renaming.set(Optional.empty());
    }

    /** From the next connect on, traffic is blocked while the tunnel is down, or it is not. */
    void switchDrops(ProfileCard card) {
        Protection now = card.protection();
        shelf.protect(card.id(), now.with(now.drops().other()));
    }

    /** From the next connect on, the network around stays reachable, or it does not. */
    void switchLan(ProfileCard card) {
        Protection now = card.protection();
        shelf.protect(card.id(), now.with(now.lan().other()));
    }

    /** Takes {@code card} from the list, unless it is in use; it can come back. */
    public void remove(ProfileCard card) {
        if (allowed(RowDeed.REMOVE, card)) {
            connections.seen(card.name());
            shelf.remove(card.id());
            note.set(Optional.of(new Note.Removed(card)));
        }
    }

    private boolean allowed(RowDeed deed, ProfileCard card) {
        boolean allowed = deeds(card).contains(deed);
        if (!allowed) {
            note.set(Optional.of(new Note.InUse(card)));
        }
        return allowed;
    }

    /** Brings back what was removed last. */
    public void undo() {
        if (note.get().orElse(null) instanceof Note.Removed(ProfileCard card)) {
            shelf.restore(card.id());
            note.set(Optional.empty());
        }
    }

    /** Says {@code text} below the list for a while. */
    public void say(String text) {
        note.set(Optional.of(new Note.Said(text)));
    }

    /** What the bar below the list says. */
    ObjectProperty<Optional<Note>> note() {
        return note;
    }
}
