package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a profile from the disk and puts the files that it names inline. Reads only regular files
 * of the profile's own folder and owner, or files that a person has given; follows no link.
 */
public final class Importer {
    private static final long LARGEST = 1 << 20;
    private static final long LARGEST_SIDE = 64 << 10;
    private static final Set<String> SIDE_FILES =
            Set.of("ca", "cert", "key", "tls-auth", "tls-crypt", "auth-user-pass", "extra-certs");

    private final Path file;
    private final Map<String, Path> given;

    private Importer(Path file, List<Path> given) {
        this.file = file;
        this.given =
                given.stream()
                        .collect(
                                Collectors.toMap(
                                        path -> path.getFileName().toString(),
                                        path -> path,
                                        (first, _) -> first));
    }

    /** What came of a file: its profile with everything inline, and its original octets. */
    public sealed interface Result {}

    /**
     * It is a profile.
     *
     * @param original the octets as they were
     * @param inlined the text with the side files in it
     */
    public record Imported(Profile profile, String original, String inlined) implements Result {}

    /** It is none, or cannot be read. */
    public record NotImported(Failure failure) implements Result {}

    /** Reads {@code file}; {@code with} are further files that a person has named. */
    public static Result read(Path file, List<Path> with) {
        return new Importer(file, with).read();
    }

    private Result read() {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                return unreadable("it is a folder");
            }
            if (Files.size(file) > LARGEST) {
                return new NotImported(new Failure.NotAProfile(name, FileKind.TOO_LARGE));
            }
            byte[] octets = Files.readAllBytes(file);
            return switch (Profile.read(name, octets)) {
                case Profile.Bad(Failure failure) -> new NotImported(failure);
                case Profile.Good(Profile profile) -> inlined(name, profile, octets);
            };
        } catch (NoSuchFileException _) {
            return unreadable("it does not exist");
        } catch (AccessDeniedException _) {
            return unreadable("permission denied");
        } catch (IOException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Result unreadable(String reason) {
        return new NotImported(new Failure.Unreadable(file.toString(), reason));
    }

    private Result inlined(String name, Profile profile, byte[] octets) {
        String original =
                ProfileText.of(octets) instanceof ProfileText.Text(String text, boolean _)
                        ? text
                        : "";
        var lines = new ArrayList<>(original.lines().toList());
        for (Directive d : profile.directives()) {
            Optional<String> content = sideFile(d, profile);
            if (content.isPresent()) {
                String rest =
                        d.name().equals("tls-auth") && d.argument(1).isPresent()
                                ? "key-direction " + d.argument(1).get() + "\n"
                                : "";
                lines.set(
                        d.line() - 1,
                        rest
                                + "<"
                                + d.name()
                                + ">\n"
                                + content.get().strip()
                                + "\n</"
                                + d.name()
                                + ">");
            }
        }
        String text = String.join("\n", lines) + "\n";
        return Profile.read(name, text.getBytes(StandardCharsets.UTF_8))
                        instanceof Profile.Good(Profile whole)
                ? new Imported(keepProblems(profile, whole), original, text)
                : new Imported(profile, original, original);
    }

    /** Lines are those of the file that the person knows. */
    private static Profile keepProblems(Profile original, Profile whole) {
        return new Profile(original.file(), whole.directives(), original.problems());
    }

    private Optional<String> sideFile(Directive d, Profile profile) {
        boolean names =
                SIDE_FILES.contains(d.name())
                        && d.block().isEmpty()
                        && d.argument(0).isPresent()
                        && !d.argument(0)
                                .get()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("inline");
        if (!names || profile.part(d.name()).filter(p -> p.block().isPresent()).isPresent()) {
            return Optional.empty();
        }
        String leaf = d.argument(0).get().replace('\\', '/');
        leaf = leaf.substring(leaf.lastIndexOf('/') + 1);
        Path handed = given.get(leaf);
        return handed != null ? content(handed) : beside(d.argument(0).get());
    }

    private Optional<String> beside(String named) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || named.contains("..") || named.startsWith("/")) {
            return Optional.empty();
        }
        Path side = folder.resolve(named.replace('\\', '/')).normalize();
        try {
            boolean own =
                    folder.equals(side.getParent())
                            && Files.isRegularFile(side, LinkOption.NOFOLLOW_LINKS)
                            && Files.getOwner(side, LinkOption.NOFOLLOW_LINKS)
                                    .equals(Files.getOwner(file));
            return own ? content(side) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> content(Path path) {
        try {
            boolean good = Files.isRegularFile(path) && Files.size(path) <= LARGEST_SIDE;
            return good
                    ? Optional.of(Files.readString(path, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
