package org.culvert.profile.store;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The profiles of one user: a file each, mode 0600 in a folder 0700, written whole or not at all. A
 * removed profile can be put back until the program ends.
 */
public final class ProfileStore {
    private static final String SUFFIX = ".json";
    private static final Set<PosixFilePermission> PRIVATE_FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();
    private final Path folder;

    private ProfileStore(Path folder) {
        this.folder = folder;
    }

    /** The store at its usual place below the user's data folder. */
    public static ProfileStore open() throws IOException {
        return open(usual());
    }

    /** The usual place. */
    public static Path usual() {
        String named = System.getenv("XDG_DATA_HOME");
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        Path data =
                named != null && named.startsWith("/")
                        ? Path.of(named)
                        : Path.of(home, ".local", "share");
        return data.resolve("culvert").resolve("profiles");
    }

    /** The store in {@code folder}, which is made where it is missing. */
    public static ProfileStore open(Path folder) throws IOException {
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER);
        Files.createDirectories(folder, mode);
        Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
        clear(folder);
        return new ProfileStore(folder);
    }

    /** What a crash left half written a while ago; a program that runs may be writing just now. */
    private static void clear(Path folder) throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(1));
        try (var files = Files.newDirectoryStream(folder, "*" + PrivateFile.HALF)) {
            for (Path half : files) {
                boolean left = Files.getLastModifiedTime(half).toInstant().isBefore(longAgo);
                if (left && Files.isRegularFile(half)) {
                    Files.deleteIfExists(half);
                }
            }
        }
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** All profiles by name; a file that is none is left alone. */
    public List<StoredProfile> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList().parallelStream()
                    .flatMap(file -> load(file).stream())
                    .sorted(
                            Comparator.comparing(
                                    (StoredProfile p) -> p.name().toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    /** Files that should be profiles and cannot be read as one; they are left alone. */
    public List<Path> damaged() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> load(file).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** The profile of that name. */
    public Optional<StoredProfile> named(String name) throws IOException {
        return list().stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** The profile with that id. */
    public Optional<StoredProfile> with(String id) throws IOException {
        Path file = path(id);
        return Files.exists(file) ? load(file) : Optional.empty();
    }

    /** Adds a profile; a name that is taken gets a number. */
    public StoredProfile add(String name, String file, String original, String inlined, long millis)
            throws IOException {
        var profile =
                StoredProfile.fresh(
                        UUID.randomUUID().toString(), free(name), file, original, inlined, millis);
        store(profile);
        return profile;
    }

    /** Adds the same profile once more under a name that is free. */
    public StoredProfile duplicate(StoredProfile profile, long millis) throws IOException {
        StoredProfile copy =
                profile.copied(UUID.randomUUID().toString(), free(profile.name()), millis);
        store(copy);
        return copy;
    }

    /** Gives another name; a name that is taken gets a number. */
    public StoredProfile rename(StoredProfile profile, String name) throws IOException {
        boolean same = Names.first(name).equals(profile.name());
        StoredProfile renamed = profile.named(same ? profile.name() : free(name));
        store(renamed);
        return renamed;
    }

    /** Writes a profile in place of the one with its id. */
    public void store(StoredProfile profile) throws IOException {
        PrivateFile.write(path(profile.id()), mapper.writeValueAsBytes(profile));
    }

    /** Takes a profile away; {@link #restore} puts it back. */
    public void remove(StoredProfile profile) throws IOException {
        Files.deleteIfExists(path(profile.id()));
    }

    /** Puts a removed profile back; where its name is taken by now, it gets a number. */
    public StoredProfile restore(StoredProfile profile) throws IOException {
        StoredProfile back = profile.named(free(profile.name()));
        store(back);
        return back;
    }

    /** Profiles with the same text. */
    public List<StoredProfile> like(String inlined) throws IOException {
        return list().stream().filter(profile -> profile.inlined().equals(inlined)).toList();
    }

    private Path path(String id) {
        return folder.resolve(UUID.fromString(id) + SUFFIX);
    }

    /** A file that is the same as before is not read again. */
    private Optional<StoredProfile> load(Path file) {
        try {
            var facts = Files.readAttributes(file, PosixFileAttributes.class);
            if (!facts.permissions().equals(PrivateFile.MODE)) {
                Files.setPosixFilePermissions(file, PrivateFile.MODE);
            }
            Loaded before = loaded.get(file);
            if (before != null && before.isOf(facts)) {
                return Optional.of(before.profile());
            }
            var profile = mapper.readValue(Files.readAllBytes(file), StoredProfile.class);
            loaded.put(file, new Loaded(facts.fileKey(), facts.lastModifiedTime(), profile));
            return Optional.of(profile);
        } catch (IOException | JacksonException _) {
            loaded.remove(file);
            return Optional.empty();
        }
    }

    /** What a file held; a file that is written anew has another key. */
    private record Loaded(Object key, FileTime modified, StoredProfile profile) {
        boolean isOf(BasicFileAttributes facts) {
            return key.equals(facts.fileKey()) && modified.equals(facts.lastModifiedTime());
        }
    }

    private String free(String wanted) throws IOException {
        String name = Names.first(wanted);
        var taken = new ArrayList<String>();
        list().forEach(profile -> taken.add(profile.name()));
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + " " + i;
        }
        return candidate;
    }
}
