package org.culvert.desktop.profiles;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.profile.store.Marks;
import org.culvert.secret.Secret;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of one import as drafts, in the order given. Used on one thread. */
public final class ImportModel {
    /** What can be done with a single draft; the last one is the usual one. */
    enum Choice {
        /** Choose another file. */
        OTHER_FILE,
        /** Store it. */
        ADD,
        /** Store it and connect. */
        ADD_AND_CONNECT,
        /** Store it beside the one that is there. */
        KEEP_BOTH,
        /** Store it in place of the one that is there. */
        REPLACE,
        /** Forget it and connect the one that is there. */
        CONNECT_KNOWN
    }

    private final ProfileShelf shelf;
    private final ImportDeeds deeds;
    private final List<Path> files;
    private final Map<Path, ImportDraft> read = new HashMap<>();
    private final Map<Path, Map<String, Path>> parts = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<ImportDraft>> drafts =
            new ReadOnlyObjectWrapper<>(List.of());

    /** An import of {@code files}, which are read at once. */
    public ImportModel(ProfileShelf shelf, ImportDeeds deeds, List<Path> files) {
        this.shelf = shelf;
        this.deeds = deeds;
        this.files = files.stream().distinct().toList();
        this.files.forEach(file -> shelf.inspect(file, this::take));
    }

    private void take(ImportDraft draft) {
        read.put(draft.file(), draft);
        if (read.keySet().containsAll(files)) {
            drafts.set(
                    read.values().stream()
                            .sorted(Comparator.comparingInt(d -> files.indexOf(d.file())))
                            .toList());
        }
    }

    /** All drafts, once the last file is read; empty before. */
    ReadOnlyObjectProperty<List<ImportDraft>> drafts() {
        return drafts.getReadOnlyProperty();
    }

    /** Takes {@code chosen} for the missing part called {@code name} and reads the file again. */
    void part(ImportDraft draft, String name, Path chosen) {
        Map<String, Path> known = parts.computeIfAbsent(draft.file(), none -> new HashMap<>());
        known.put(name, chosen);
        shelf.inspect(draft.file(), Map.copyOf(known), this::take);
    }

    /** Reads the file again, with the passphrase of its PKCS#12 file. */
    void unlock(ImportDraft draft, Secret passphrase) {
        shelf.unlock(draft.file(), passphrase);
        shelf.inspect(
                draft.file(), Map.copyOf(parts.getOrDefault(draft.file(), Map.of())), this::take);
    }

    /** What can be done with {@code draft}. */
    static List<Choice> choices(ImportDraft draft) {
        if (draft.card().isEmpty()) {
            return List.of(Choice.OTHER_FILE);
        }
        if (draft.known().isPresent()) {
            return draft.unchanged()
                    ? List.of(Choice.KEEP_BOTH, Choice.REPLACE, Choice.CONNECT_KNOWN)
                    : List.of(Choice.CONNECT_KNOWN, Choice.KEEP_BOTH, Choice.REPLACE);
        }
        return draft.failure().isPresent()
                ? List.of(Choice.ADD)
                : List.of(Choice.ADD, Choice.ADD_AND_CONNECT);
    }

    /** Leaves the files of {@code draft} to their owner. */
    void tighten(ImportDraft draft) {
        shelf.tighten(draft.exposed());
    }

    /** Does it, under {@code name}. */
    void choose(ImportDraft draft, Choice choice, String name) {
        switch (choice) {
            case OTHER_FILE -> {}
            case ADD, KEEP_BOTH -> add(draft, name, id -> deeds.stored(id, false));
            case ADD_AND_CONNECT -> add(draft, name, id -> deeds.stored(id, true));
            case REPLACE ->
                    draft.known()
                            .ifPresent(id ->
                                    shelf.replace(id, draft, same -> deeds.stored(same, false)));
            case CONNECT_KNOWN -> draft.known().ifPresent(id -> deeds.stored(id, true));
        }
    }

    private void add(ImportDraft draft, String name, Consumer<String> stored) {
        String suggested = draft.card().map(ProfileCard::name).orElse("");
        shelf.add(draft, name.isBlank() ? suggested : name.strip(), stored);
    }

    /** Whether {@code draft} is ticked at first among several. */
    static boolean wanted(ImportDraft draft) {
        return possible(draft) && draft.known().isEmpty() && draft.failure().isEmpty();
    }

    /** Whether {@code draft} can be stored at all. */
    static boolean possible(ImportDraft draft) {
        return draft.card().isPresent();
    }

    /** Stores all of {@code ticked}, in {@code group} if it has a name; the first is selected. */
    void addAll(List<ImportDraft> ticked, String group) {
        var ids = new ArrayList<String>();
        ticked.forEach(draft ->
                add(
                        draft,
                        "",
                        id -> {
                            join(id, group);
                            ids.add(id);
                            if (ids.size() == ticked.size()) {
                                deeds.stored(ids.getFirst(), false);
                            }
                        }));
    }

    private void join(String id, String group) {
        if (!group.isBlank()) {
            shelf.mark(id, Marks.NONE.withGroup(group));
        }
    }

    /** The name of the file that {@code draft} came from. */
    static String fileName(ImportDraft draft) {
        return Optional.ofNullable(draft.file().getFileName())
                .map(Path::toString)
                .orElse(draft.file().toString());
    }
}
