package org.culvert.desktop.link;

import org.culvert.client.DiskTrouble;
import org.culvert.client.Exposure;
import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Luggage;
import org.culvert.profile.store.Marks;
import org.culvert.profile.store.PrivateFile;
import org.culvert.profile.store.ProfileStore;
import org.culvert.profile.store.StoredProfile;
import org.culvert.secret.Secret;
import org.culvert.spec.Protection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The profiles of the user's own folder. All work is done in order on the {@code disk} executor.
 */
public final class DiskShelf implements ProfileShelf, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    /** Something on the disk; its failure is told to the listener. */
    private interface Work {
        void run() throws IOException;
    }

    private final ProfileStore store;
    private final InstantSource clock;
    private final Executor disk;
    private final Executor stage;
    private final Cards cards;
    private final Drafts drafts;
    private final LuggageRack luggage = new LuggageRack();
    private final Map<Path, Secret> passphrases = new HashMap<>();
    private final Map<Path, Importer.Imported> inspected = new HashMap<>();
    private final Map<String, StoredProfile> removed = new HashMap<>();
    private final Map<String, StoredProfile> known = new ConcurrentHashMap<>();
    private volatile Optional<Listener> listener = Optional.empty();
    private Optional<FolderWatch> watch = Optional.empty();

    /**
     * A shelf of {@code store}.
     *
     * @param disk runs what may wait, one after the other
     * @param stage runs what is told
     */
    public DiskShelf(
            ProfileStore store, Locale locale, InstantSource clock, Executor disk, Executor stage) {
        this.store = store;
        this.clock = clock;
        this.disk = disk;
        this.stage = stage;
        this.cards = new Cards(locale);
        this.drafts = new Drafts(cards, clock, locale);
    }

    @Override
    public void open(Listener hearer) {
        listener = Optional.of(hearer);
        work(() -> {});
    }

    /** The id of the profile that came or was used last. */
    public Optional<String> newest() {
        return known.values().stream()
                .max(
                        Comparator.comparingLong(
                                stored -> Math.max(stored.addedMillis(), stored.lastUsedMillis())))
                .map(StoredProfile::id);
    }

    /** From now on also tells what other programs do in the folder. */
    public void watch() {
        watch = Optional.of(FolderWatch.begin(store.folder(), () -> disk.execute(this::reread)));
    }

    /** Watches no more; whoever closes the disk does so after this. */
    @Override
    public void close() {
        watch.ifPresent(FolderWatch::close);
    }

    /** Reads the folder; tells nothing where all is as it was. */
    void reread() {
        try {
            List<StoredProfile> all = store.list();
            if (!Set.copyOf(all).equals(Set.copyOf(known.values()))) {
                tell(all);
            }
        } catch (IOException _) {
            // the next piece of work says so
        }
    }

    /** All checks of a stored profile; may wait for the disk. */
    public Connecting.Result prepare(String id, HelperLink.Manner manner) {
        try {
            return store.with(id)
                    .map(stored -> used(prepare(stored, manner), id))
                    .orElseGet(() -> gone(Phrase.of(Phrase.Kind.REMOVED)));
        } catch (IOException e) {
            return new Connecting.Blocked(trouble(e));
        }
    }

    /** Notes when a profile was connected last. */
    private Connecting.Result used(Connecting.Result result, String id) {
        if (result instanceof Connecting.Ready) {
            work(() -> change(id, stored -> store.store(stored.usedAt(clock.millis()))));
        }
        return result;
    }

    private Connecting.Result prepare(StoredProfile stored, HelperLink.Manner manner) {
        Instant now = clock.instant();
        return switch (manner) {
            case AS_TOLD -> Preparation.of(stored, false, now);
            case WITHOUT_VPN_DNS -> Preparation.of(stored, true, now);
            case BY_TCP_443 -> Preparation.byTcp443(Preparation.of(stored, false, now));
        };
    }

    private Connecting.Result gone(Phrase reason) {
        return new Connecting.Blocked(new Failure.Unreadable(store.folder().toString(), reason));
    }

    private Failure trouble(IOException why) {
        return DiskTrouble.with(store.folder().toString(), why);
    }

    @Override
    public void gather(List<Path> brought, Consumer<List<Path>> found) {
        disk.execute(() -> unpack(Luggage.of(brought), found));
    }

    @Override
    public void bring(Luggage brought, Consumer<List<Path>> found) {
        disk.execute(() -> unpack(brought, found));
    }

    private void unpack(Luggage brought, Consumer<List<Path>> found) {
        luggage.add(brought);
        stage.execute(() -> found.accept(brought.profiles()));
    }

    @Override
    public void unlock(Path file, Secret passphrase) {
        disk.execute(() -> passphrases.put(file, passphrase));
    }

    @Override
    public void inspect(Path file, Map<String, Path> parts, Consumer<ImportDraft> outcome) {
        disk.execute(() -> {
            Importer.Result read =
                    Importer.read(
                            file,
                            parts,
                            luggage.of(file),
                            Optional.ofNullable(passphrases.remove(file)));
            if (read instanceof Importer.Imported imported) {
                inspected.put(file, imported);
            }
            ImportDraft draft = drafts.of(file, read, List.copyOf(known.values()));
            draft.failure().or(draft::notice).ifPresent(DiskShelf::note);
            stage.execute(() -> outcome.accept(draft));
        });
    }

    private static void note(Failure failure) {
        LOG.log(System.Logger.Level.INFO, FailureText.line(failure, Locale.ENGLISH));
    }

    @Override
    public void tighten(List<Path> files) {
        work(() -> {
            for (Path file : files) {
                Exposure.close(file);
            }
        });
    }

    @Override
    public void add(ImportDraft draft, String name, Consumer<String> stored) {
        take(
                draft,
                stored,
                file ->
                        store.add(
                                        name,
                                        file.profile().file(),
                                        file.original(),
                                        file.inlined(),
                                        clock.millis())
                                .id());
    }

    @Override
    public void replace(String id, ImportDraft draft, Consumer<String> stored) {
        take(
                draft,
                stored,
                file -> {
                    change(
                            id,
                            old ->
                                    store.store(
                                            old.replaced(
                                                    file.profile().file(),
                                                    file.original(),
                                                    file.inlined())));
                    return id;
                });
    }

    /** Puts a file that was inspected into the store; gives its id. */
    private interface Taking {
        String take(Importer.Imported file) throws IOException;
    }

    private void take(ImportDraft draft, Consumer<String> stored, Taking taking) {
        work(() -> {
            Importer.Imported file = inspected.remove(draft.file());
            if (file != null) {
                String id = taking.take(file);
                tellAll();
                stage.execute(() -> stored.accept(id));
            }
        });
    }

    @Override
    public void rename(String id, String name) {
        work(() -> change(id, stored -> store.rename(stored, name)));
    }

    @Override
    public void protect(String id, Protection protection) {
        work(() -> change(id, stored -> store.store(stored.withProtection(protection))));
    }

    @Override
    public void mark(String id, Marks marks) {
        work(() -> change(id, stored -> store.store(stored.withMarks(marks))));
    }

    @Override
    public void duplicate(String id, Consumer<String> stored) {
        work(() ->
                change(
                        id,
                        old -> {
                            String copy = store.duplicate(old, clock.millis()).id();
                            tellAll();
                            stage.execute(() -> stored.accept(copy));
                        }));
    }

    @Override
    public void export(String id, boolean inlined, Path target) {
        work(
                target,
                () ->
                        change(
                                id,
                                stored ->
                                        PrivateFile.write(
                                                target,
                                                inlined ? stored.inlined() : stored.original())));
    }

    /** Keeps that a person agreed to connect although the profile cannot tell its server. */
    public void acceptUnverified(String id, Runnable then) {
        work(() -> {
            change(id, stored -> store.store(stored.unverified()));
            stage.execute(then);
        });
    }

    @Override
    public void remove(String id) {
        work(() ->
                change(
                        id,
                        stored -> {
                            store.remove(stored);
                            removed.put(id, stored);
                        }));
    }

    @Override
    public void restore(String id) {
        work(() -> {
            StoredProfile stored = removed.remove(id);
            if (stored != null) {
                store.store(stored);
            }
        });
    }

    /** A change of one stored profile. */
    private interface Edit {
        void apply(StoredProfile stored) throws IOException;
    }

    private void change(String id, Edit edit) throws IOException {
        Optional<StoredProfile> stored = store.with(id);
        if (stored.isPresent()) {
            edit.apply(stored.get());
        }
    }

    private void work(Work work) {
        work(store.folder(), work);
    }

    /** Work whose failure is told of {@code place}. */
    private void work(Path place, Work work) {
        disk.execute(() -> {
            try {
                work.run();
                tellAll();
            } catch (IOException e) {
                Failure failure = DiskTrouble.with(place.toString(), e);
                stage.execute(() -> listener.ifPresent(hearer -> hearer.trouble(failure)));
            }
        });
    }

    private void tellAll() throws IOException {
        tell(store.list());
    }

    private void tell(List<StoredProfile> all) {
        known.clear();
        all.forEach(stored -> known.put(stored.id(), stored));
        cards.forget(known.keySet());
        List<ProfileCard> shown = all.parallelStream().map(cards::of).toList();
        stage.execute(() -> listener.ifPresent(hearer -> hearer.profiles(shown)));
    }
}
