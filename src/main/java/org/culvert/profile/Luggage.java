package org.culvert.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a person brought at once, unpacked: the profiles among files, folders and archives, and the
 * parts that lie beside them. What an archive holds stays in memory and never touches the disk.
 *
 * @param profiles in the order brought; one of an archive has a path inside the archive's
 * @param parts files that are no profiles, by their names
 * @param packed what came out of archives and texts
 */
public record Luggage(List<Path> profiles, Map<String, Path> parts, Map<Path, byte[]> packed) {
    private static final int MOST_FILES = 4096;
    private static final int DEEPEST = 5;
    private static final long LARGEST_ARCHIVE = 64L << 20;
    private static final Set<String> PART_ENDS =
            Set.of("crt", "cer", "pem", "key", "p12", "pfx", "txt", "crl", "der", "up");

    /** Copies its lists. */
    public Luggage {
        profiles = List.copyOf(profiles);
        parts = Map.copyOf(parts);
        packed = Map.copyOf(packed);
    }

    /** Without the octets, which may be keys. */
    @Override
    public String toString() {
        return "Luggage" + profiles;
    }

    /** Looks into {@code brought}; what cannot be read is kept as a profile, to be told so. */
    public static Luggage of(List<Path> brought) {
        var unpacking = new Unpacking();
        boolean alone = brought.size() == 1;
        brought.forEach(path -> unpacking.take(path.toAbsolutePath().normalize(), alone));
        return unpacking.done();
    }

    /** A text that was pasted, as a file called {@code name}. */
    public static Luggage ofText(String name, byte[] text) {
        Path file = Path.of("/", name);
        return new Luggage(List.of(file), Map.of(), Map.of(file, text));
    }

    private static boolean isProfile(Path path) {
        return Set.of("ovpn", "conf").contains(end(path));
    }

    private static boolean isPart(Path path) {
        return PART_ENDS.contains(end(path));
    }

    private static String end(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** One use. */
    private static final class Unpacking {
        private final Set<Path> profiles = new LinkedHashSet<>();
        private final Map<String, Path> parts = new LinkedHashMap<>();
        private final Map<Path, byte[]> packed = new HashMap<>();

        /** A single file is taken for a profile whatever its name. */
        void take(Path path, boolean alone) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                folder(path);
            } else if (isArchive(path)) {
                archive(path);
            } else if (!alone && isPart(path)) {
                part(path);
            } else {
                profiles.add(path);
            }
        }

        private void part(Path path) {
            parts.putIfAbsent(String.valueOf(path.getFileName()), path);
        }

        private void folder(Path folder) {
            try (Stream<Path> files = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
                List<Path> found =
                        files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                                .limit(MOST_FILES)
                                .filter(Luggage::isProfile)
                                .sorted()
                                .toList();
                profiles.addAll(found.isEmpty() ? List.of(folder) : found);
            } catch (IOException | UncheckedIOException _) {
                profiles.add(folder);
            }
        }

        private static boolean isArchive(Path path) {
            try (InputStream in = Files.newInputStream(path)) {
                byte[] start = in.readNBytes(4);
                return start.length == 4
                        && start[0] == 'P'
                        && start[1] == 'K'
                        && start[2] == 3
                        && start[3] == 4;
            } catch (IOException _) {
                return false;
            }
        }

        private void archive(Path archive) {
            var found = new ArrayList<Path>();
            try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
                long left = LARGEST_ARCHIVE;
                for (ZipEntry entry = zip.getNextEntry();
                        entry != null && packed.size() < MOST_FILES && left > 0;
                        entry = zip.getNextEntry()) {
                    left -= entry(archive, entry, zip, found);
                }
            } catch (IOException | IllegalArgumentException _) {
                found.clear();
            }
            found.sort(null);
            profiles.addAll(found.isEmpty() ? List.of(archive) : found);
        }

        private long entry(Path archive, ZipEntry entry, InputStream in, List<Path> found)
                throws IOException {
            Optional<Path> path = inside(archive, entry);
            if (path.isEmpty()) {
                return 0;
            }
            byte[] octets = in.readNBytes(ProfileText.LARGEST + 1);
            packed.put(path.get(), octets);
            if (isProfile(path.get())) {
                found.add(path.get());
            }
            return octets.length;
        }

        /** Names that lead out of the archive name nothing. */
        private static Optional<Path> inside(Path archive, ZipEntry entry) {
            Path path = archive.resolve(entry.getName().replace('\\', '/')).normalize();
            boolean plain = !entry.isDirectory() && path.startsWith(archive);
            return Optional.of(path).filter(p -> plain && !p.equals(archive));
        }

        Luggage done() {
            return profiles.isEmpty()
                    ? new Luggage(List.copyOf(parts.values()), Map.of(), packed)
                    : new Luggage(List.copyOf(profiles), parts, packed);
        }
    }
}
