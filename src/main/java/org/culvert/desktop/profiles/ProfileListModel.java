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
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.culvert.profile.store.Marks;
import org.culvert.spec.Protection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

        /** A member of a group does not answer; another one may. */
        record Offered(ProfileCard failed, ProfileCard next) implements Note {}

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
    private final Set<String> open = new HashSet<>();
    private final NextMember next = new NextMember();
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
            List<ProfileCard> top = hits.stream().filter(c -> c.marks().favourite()).toList();
            List<ProfileCard> rest = hits.stream().filter(c -> !c.marks().favourite()).toList();
            section(fresh, look.text("sidebar.favourites"), searching() ? List.of() : top);
            section(fresh, title(hits.size()), searching() ? hits : List.of());
            grouped(fresh, searching() ? List.of() : rest);
        }
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        boolean shown = selected.get().filter(hits::contains).isPresent();
        if (!shown && !hits.isEmpty()) {
            selected.set(Optional.of(hits.getFirst()));
        }
    }

    private static void section(List<Row> rows, String title, List<ProfileCard> cards) {
        if (!cards.isEmpty()) {
            rows.add(new Row.Section(title));
            cards.forEach(card -> rows.add(new Row.Entry(card)));
        }
    }

    /** A group stands where its first member would. */
    private void grouped(List<Row> rows, List<ProfileCard> cards) {
        var seen = new HashSet<String>();
        if (!cards.isEmpty()) {
            rows.add(new Row.Section(title(cards.size())));
        }
        for (ProfileCard card : cards) {
            String group = card.marks().group();
            if (group.isEmpty()) {
                rows.add(new Row.Entry(card));
            } else if (seen.add(group)) {
                List<ProfileCard> members =
                        cards.stream().filter(c -> c.marks().group().equals(group)).toList();
                boolean shown = open.contains(group);
                rows.add(Row.Group.of(group, members, shown));
                members.stream()
                        .filter(_ -> shown)
                        .forEach(member -> rows.add(new Row.Entry(member)));
            }
        }
    }

    /** Opens a group, or closes it. */
    void toggle(String group) {
        if (!open.remove(group)) {
            open.add(group);
        }
        fill();
    }

    /** Opens the group of the selected profile, or closes it; whether that changes anything. */
    public boolean toggleSelected(boolean wanted) {
        Optional<String> group =
                selected.get()
                        .map(card -> card.marks().group())
                        .filter(name -> !name.isEmpty() && open.contains(name) != wanted);
        group.ifPresent(this::toggle);
        return group.isPresent();
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
                || card.host().toLowerCase(Locale.ROOT).contains(typed)
                || card.marks().tags().stream()
                        .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(typed));
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

    /** What the row of a group says now: the member that is busy, or how many there are. */
    RowFace face(Row.Group group) {
        return busiest(group.members())
                .map(card -> face(card).of(group.name(), card.name()))
                .orElseGet(() ->
                        new RowFace(
                                State.OFF,
                                group.name(),
                                look.text("group.members", group.members().size()),
                                "muted",
                                new RowFace.Tail.Nothing()));
    }

    /** The first that is up or on its way, else the first that has failed. */
    private Optional<ProfileCard> busiest(List<ProfileCard> members) {
        return members.stream()
                .filter(card -> state(card) != State.OFF)
                .min(Comparator.comparing(card -> state(card) == State.FAILED));
    }

    private State state(ProfileCard card) {
        return connections.of(card.name()).state();
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

    /** Puts {@code card} at the top, or back among the others. */
    void switchFavourite(ProfileCard card) {
        Marks marks = card.marks();
        shelf.mark(card.id(), marks.withFavourite(!marks.favourite()));
    }

    /** From now on {@code card} is found by the tags of {@code marks}, in their group. */
    public void mark(ProfileCard card, Marks marks) {
        shelf.mark(card.id(), marks);
    }

    /** Adds the same profile once more and looks at it. */
    void duplicate(ProfileCard card) {
        shelf.duplicate(card.id(), id -> withId(id).ifPresent(this::select));
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

    /** Offers the next of a group where a member does not answer. */
    public void heard(List<Connection> now) {
        next.hear(now, all)
                .ifPresent(offer ->
                        note.set(Optional.of(new Note.Offered(offer.failed(), offer.next()))));
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
