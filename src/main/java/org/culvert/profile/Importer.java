package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.culvert.failure.Phrase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    private static final long LARGEST_SIDE = 64 << 10;
    private static final Set<String> SIDE_FILES =
            Set.of(
                    "ca",
                    "cert",
                    "key",
                    "tls-auth",
                    "tls-crypt",
                    "tls-crypt-v2",
                    "auth-user-pass",
                    "extra-certs");

    private final Path file;
    private final Map<String, Path> given;

    private Importer(Path file, Map<String, Path> given) {
        this.file = file;
        this.given = given;
    }

    /** What came of a file: its profile with everything inline, and its original octets. */
    public sealed interface Result {}

    /**
     * It is a profile.
     *
     * @param original the text as it was
     * @param inlined the text with the side files behind it
     */
    public record Imported(Profile profile, String original, String inlined) implements Result {
        /** Without the texts, which hold keys. */
        @Override
        public String toString() {
            return "Imported[" + profile.file() + "]";
        }
    }

    /** It is none, or cannot be read. */
    public record NotImported(Failure failure) implements Result {}

    /** Reads {@code file}; {@code with} are further files that a person has named. */
    public static Result read(Path file, List<Path> with) {
        return read(
                file,
                with.stream()
                        .collect(
                                Collectors.toMap(
                                        path -> String.valueOf(path.getFileName()),
                                        path -> path,
                                        (first, _) -> first)));
    }

    /** Reads {@code file}; {@code parts} stand in for the files of those names that it names. */
    public static Result read(Path file, Map<String, Path> parts) {
        return new Importer(
                        file,
                        parts.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                part -> leaf(part.getKey()),
                                                Map.Entry::getValue,
                                                (first, _) -> first)))
                .read();
    }

    private static String leaf(String named) {
        String path = named.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Result read() {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                return unreadable(Phrase.of(Phrase.Kind.NO_FILE));
            }
            if (Files.size(file) > ProfileText.LARGEST) {
                return new NotImported(new Failure.NotAProfile(name, FileKind.TOO_LARGE));
            }
            return profile(name, Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return unreadable(Phrase.of(Phrase.Kind.ABSENT));
        } catch (AccessDeniedException _) {
            return unreadable(Phrase.of(Phrase.Kind.FORBIDDEN));
        } catch (IOException e) {
            return unreadable(Phrase.said(String.valueOf(e.getMessage())));
        }
    }

    private Result unreadable(Phrase reason) {
        return new NotImported(new Failure.Unreadable(file.toString(), reason));
    }

    private Result profile(String name, byte[] octets) {
        return switch (Profile.read(name, octets)) {
            case Profile.Bad(Failure failure) -> new NotImported(failure);
            case Profile.Good(Profile profile) ->
                    ProfileText.of(octets) instanceof ProfileText.Text(String text, var _)
                            ? inlined(profile, text)
                            : unreadable(Phrase.of(Phrase.Kind.NO_TEXT));
        };
    }

    /** Blocks stand behind the text, so that its lines keep their numbers. */
    private Result inlined(Profile profile, String original) {
        var text = new StringBuilder(original);
        for (Directive d : profile.directives()) {
            sideFile(d, profile).ifPresent(content -> append(text, d.name(), content));
        }
        byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
        return Profile.read(profile.file(), octets) instanceof Profile.Good(Profile whole)
                ? new Imported(whole, original, text.toString())
                : new Imported(profile, original, original);
    }

    private static void append(StringBuilder text, String name, String content) {
        text.append(text.toString().endsWith("\n") ? "" : "\n");
        text.append('<').append(name).append(">\n");
        text.append(content.strip());
        text.append("\n</").append(name).append(">\n");
    }

    private Optional<String> sideFile(Directive d, Profile profile) {
        boolean inlined =
                profile.directives().stream()
                        .anyMatch(o -> o.name().equals(d.name()) && o.block().isPresent());
        boolean last = profile.last(d.name()).filter(d::equals).isPresent();
        if (!SIDE_FILES.contains(d.name()) || inlined || (d.connection() == 0 && !last)) {
            return Optional.empty();
        }
        return d.file().map(named -> named.replace('\\', '/')).flatMap(this::side);
    }

    private Optional<String> side(String named) {
        Path handed = given.get(leaf(named));
        return handed != null ? content(handed) : beside(named);
    }

    private Optional<String> beside(String named) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || named.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            Path side = folder.resolve(named).normalize();
            boolean own =
                    folder.normalize().equals(side.getParent())
                            && Files.isRegularFile(side, LinkOption.NOFOLLOW_LINKS)
                            && Files.getOwner(side, LinkOption.NOFOLLOW_LINKS)
                                    .equals(Files.getOwner(file));
            return own ? content(side) : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
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
