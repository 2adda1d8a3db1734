package org.culvert.profile.store;

import org.culvert.spec.Protection;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The profiles of one user: a file each, mode 0600 in a folder 0700, written whole or not at all. A
 * removed profile can be put back until the program ends.
 */
public final class ProfileStore {
    private static final String SUFFIX = ".json";
    private static final Set<PosixFilePermission> PRIVATE_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PRIVATE_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final int LONGEST_NAME = 64;

    private final JsonMapper mapper = JsonMapper.builder().build();
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
        return new ProfileStore(folder);
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** All profiles by name; a file that is none is left alone. */
    public List<StoredProfile> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
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
        return list().stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** Adds a profile; a name that is taken gets a number. */
    public StoredProfile add(String name, String file, String original, String inlined, long millis)
            throws IOException {
        var profile =
                new StoredProfile(
                        UUID.randomUUID().toString(),
                        free(name),
                        file,
                        original,
                        inlined,
                        millis,
                        0,
                        false,
                        Protection.USUAL);
        store(profile);
        return profile;
    }

    /** Gives another name; a name that is taken gets a number. */
    public StoredProfile rename(StoredProfile profile, String name) throws IOException {
        boolean same = tidy(name).equals(profile.name());
        StoredProfile renamed = profile.named(same ? profile.name() : free(name));
        store(renamed);
        return renamed;
    }

    /** Writes a profile in place of the one with its id. */
    public void store(StoredProfile profile) throws IOException {
        Path file = path(profile);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PRIVATE_FILE);
        try (var channel = FileChannel.open(fresh, options, mode)) {
            var octets = ByteBuffer.wrap(mapper.writeValueAsBytes(profile));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Takes a profile away; {@link #restore} puts it back. */
    public void remove(StoredProfile profile) throws IOException {
        Files.deleteIfExists(path(profile));
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

    private Path path(StoredProfile profile) {
        return folder.resolve(UUID.fromString(profile.id()) + SUFFIX);
    }

    private Optional<StoredProfile> load(Path file) {
        try {
            if (!Files.getPosixFilePermissions(file).equals(PRIVATE_FILE)) {
                Files.setPosixFilePermissions(file, PRIVATE_FILE);
            }
            return Optional.of(mapper.readValue(Files.readAllBytes(file), StoredProfile.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    private String free(String wanted) throws IOException {
        String name = tidy(wanted);
        var taken = new ArrayList<String>();
        list().forEach(profile -> taken.add(profile.name()));
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + " " + i;
        }
        return candidate;
    }

    /** A name that can be shown: no controls, no direction marks, 64 characters. */
    static String tidy(String name) {
        String plain =
                name.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .limit(LONGEST_NAME)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        return plain.isEmpty() ? "VPN" : plain;
    }
}
