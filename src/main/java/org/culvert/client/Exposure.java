package org.culvert.client;

import org.culvert.profile.Directive;
import org.culvert.profile.Importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files of a profile that hold a secret and that other people on this computer can read. */
public final class Exposure {
    private static final Set<String> SECRETS = Set.of("key", "pkcs12", "secret", "auth-user-pass");
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private Exposure() {}

    /** Those among {@code file} and what lies beside it. */
    public static List<Path> of(Path file, Importer.Imported imported) {
        long lines = imported.original().lines().count();
        return imported.profile().directives().stream()
                .filter(d -> SECRETS.contains(d.name()) && d.line() <= lines)
                .flatMap(d -> where(file, d))
                .distinct()
                .filter(Exposure::isOpen)
                .toList();
    }

    private static Stream<Path> where(Path file, Directive directive) {
        return directive.block().isPresent()
                ? Stream.of(file)
                : directive
                        .file()
                        .filter(name -> name.indexOf('\0') < 0)
                        .map(file::resolveSibling)
                        .stream();
    }

    private static boolean isOpen(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    /** Leaves {@code file} to its owner. */
    public static void close(Path file) throws IOException {
        Set<PosixFilePermission> own = Files.getPosixFilePermissions(file);
        own.removeIf(permission -> !permission.name().startsWith("OWNER_"));
        Files.setPosixFilePermissions(file, own);
    }
}
