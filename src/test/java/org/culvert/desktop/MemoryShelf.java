package org.culvert.desktop;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.profile.Luggage;
import org.culvert.profile.store.Marks;
import org.culvert.secret.Secret;
import org.culvert.spec.Protection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A shelf without a disk. */
public class MemoryShelf implements ProfileShelf {
    private final List<ProfileCard> cards = new ArrayList<>();
    private final Map<String, ProfileCard> removed = new HashMap<>();
    private Optional<Listener> listener = Optional.empty();

    /** A shelf with these profiles on it. */
    public MemoryShelf(List<ProfileCard> cards) {
        this.cards.addAll(cards);
    }

    @Override
    public void open(Listener told) {
        listener = Optional.of(told);
        tell();
    }

    private void tell() {
        cards.sort(Comparator.comparing(ProfileCard::name));
        listener.ifPresent(l -> l.profiles(List.copyOf(cards)));
    }

    @Override
    public void inspect(Path file, Map<String, Path> parts, Consumer<ImportDraft> outcome) {
        throw new UnsupportedOperationException("nothing is read here");
    }

    @Override
    public void unlock(Path file, Secret passphrase) {}

    @Override
    public void tighten(List<Path> files) {}

    @Override
    public void gather(List<Path> brought, Consumer<List<Path>> found) {
        found.accept(brought);
    }

    @Override
    public void bring(Luggage luggage, Consumer<List<Path>> found) {
        found.accept(luggage.profiles());
    }

    @Override
    public void add(ImportDraft draft, String name, Consumer<String> stored) {
        draft.card()
                .ifPresent(card -> {
                    cards.add(card.named(name));
                    tell();
                    stored.accept(card.id());
                });
    }

    @Override
    public void replace(String id, ImportDraft draft, Consumer<String> stored) {
        stored.accept(id);
    }

    @Override
    public void rename(String id, String name) {
        cards.replaceAll(card -> card.id().equals(id) ? card.named(name) : card);
        tell();
    }

    @Override
    public void protect(String id, Protection protection) {
        cards.replaceAll(card -> card.id().equals(id) ? card.withProtection(protection) : card);
        tell();
    }

    @Override
    public void mark(String id, Marks marks) {
        cards.replaceAll(card -> card.id().equals(id) ? card.withMarks(marks) : card);
        tell();
    }

    @Override
    public void duplicate(String id, Consumer<String> stored) {
        throw new UnsupportedOperationException("nothing is copied here");
    }

    @Override
    public void export(String id, boolean inlined, Path target) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void remove(String id) {
        cards.removeIf(card -> {
            boolean gone = card.id().equals(id);
            if (gone) {
                removed.put(id, card);
            }
            return gone;
        });
        tell();
    }

    @Override
    public void restore(String id) {
        Optional.ofNullable(removed.remove(id)).ifPresent(cards::add);
        tell();
    }
}
