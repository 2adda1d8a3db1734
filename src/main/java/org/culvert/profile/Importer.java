package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.culvert.failure.Phrase;
import org.culvert.keys.Pkcs12;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
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
                    "extra-certs",
                    "pkcs12");

    private final Path file;
    private final Map<String, Path> given;
    private final Map<Path, byte[]> packed;
    private final Optional<Secret> passphrase;
    private final List<String> locked = new ArrayList<>();

    private Importer(
            Path file,
            Map<String, Path> given,
            Map<Path, byte[]> packed,
            Optional<Secret> passphrase) {
        this.file = file;
        this.given = given;
        this.packed = packed;
        this.passphrase = passphrase;
    }

    /** What came of a file: its profile with everything inline, and its original octets. */
    public sealed interface Result {}

    /**
     * It is a profile.
     *
     * @param original the text as it was
     * @param inlined the text with the side files behind it
     * @param locked PKCS#12 files that want a passphrase, or another one
     */
    public record Imported(Profile profile, String original, String inlined, List<String> locked)
            implements Result {
        /** Copies its list. */
        public Imported {
            locked = List.copyOf(locked);
        }

        /** The name that the profile gives itself. */
        public Optional<String> title() {
            return Title.of(profile, original);
        }

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
        return read(file, parts, new Luggage(List.of(), Map.of(), Map.of()));
    }

    /** Reads {@code file} of {@code luggage}; the parts that came with it stand in too. */
    public static Result read(Path file, Map<String, Path> parts, Luggage luggage) {
        return read(file, parts, luggage, Optional.empty());
    }

    /** The same with the {@code passphrase} of a PKCS#12 file. */
    public static Result read(
            Path file, Map<String, Path> parts, Luggage luggage, Optional<Secret> passphrase) {
        var given = new HashMap<String, Path>(luggage.parts());
        parts.forEach((name, path) -> given.put(leaf(name), path));
        return new Importer(file, given, luggage.packed(), passphrase).read();
    }

    private static String leaf(String named) {
        String path = named.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Result read() {
        String name = String.valueOf(file.getFileName());
        byte[] unpacked = packed.get(file);
        if (unpacked != null) {
            return profile(name, unpacked);
        }
        try {
            if (Files.isDirectory(file)) {
                return unreadable(Phrase.of(Phrase.Kind.NO_PROFILE_INSIDE));
            }
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
            if (d.name().equals("pkcs12")) {
                bundle(d, profile, text);
            } else {
                sideFile(d, profile)
                        .map(octets -> new String(octets, StandardCharsets.UTF_8))
                        .ifPresent(content -> append(text, d.name(), content));
            }
        }
        byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
        return Profile.read(profile.file(), octets) instanceof Profile.Good(Profile whole)
                ? new Imported(whole, original, text.toString(), locked)
                : new Imported(profile, original, original, locked);
    }

    private static void append(StringBuilder text, String name, String content) {
        text.append(text.toString().endsWith("\n") ? "" : "\n");
        text.append('<').append(name).append(">\n");
        text.append(content.strip());
        text.append("\n</").append(name).append(">\n");
    }

    /** Its certificate and key, and an authority where the profile has none of its own. */
    private void bundle(Directive d, Profile profile, StringBuilder text) {
        Optional<byte[]> octets = d.block().map(Importer::decoded).or(() -> sideFile(d, profile));
        if (octets.isEmpty() || profile.has("cert")) {
            return;
        }
        switch (Pkcs12.read(octets.get(), passphrase)) {
            case Pkcs12.Opened(Secret key, String own, String others) -> {
                append(text, "cert", own);
                append(text, "key", key.use(pem -> new String(pem, StandardCharsets.UTF_8)));
                if (!others.isEmpty()) {
                    append(text, profile.has("ca") ? "extra-certs" : "ca", others);
                }
            }
            case Pkcs12.PassphraseNeeded _, Pkcs12.PassphraseWrong _ ->
                    locked.add(d.file().orElse("pkcs12"));
            case Pkcs12.Unreadable _ -> {}
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private Optional<byte[]> sideFile(Directive d, Profile profile) {
        boolean inlined =
                profile.directives().stream()
                        .anyMatch(o -> o.name().equals(d.name()) && o.block().isPresent());
        boolean last = profile.last(d.name()).filter(d::equals).isPresent();
        if (!SIDE_FILES.contains(d.name()) || inlined || (d.connection() == 0 && !last)) {
            return Optional.empty();
        }
        return d.file().map(named -> named.replace('\\', '/')).flatMap(this::side);
    }

    private Optional<byte[]> side(String named) {
        Path handed = given.get(leaf(named));
        return handed != null ? content(handed) : beside(named);
    }

    private Optional<byte[]> beside(String named) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || named.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            Path side = folder.resolve(named).normalize();
            byte[] unpacked = packed.get(side);
            if (unpacked != null) {
                return Optional.of(unpacked);
            }
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

    private static Optional<byte[]> content(Path path) {
        try {
            boolean good = Files.isRegularFile(path) && Files.size(path) <= LARGEST_SIDE;
            return good ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
