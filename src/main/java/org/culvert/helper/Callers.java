package org.culvert.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.List;

/**
 * Who may use the helper, by the kernel's word alone (design decision 8): uid 0, the owner, members
 * of the group, users of an active local session.
 */
final class Callers {
    private static final String GROUP = "culvert";
    private static final Path GROUPS = Path.of("/etc/group");
    private static final Path SEATS = Path.of("/run/systemd/users");

    private final List<UserPrincipal> always;

    /** {@code owner}: a uid, empty for none. */
    Callers(String owner) throws IOException {
        UserPrincipal root = principal("0");
        this.always = owner.isEmpty() ? List.of(root) : List.of(root, principal(owner));
    }

    /** Judged before one octet of theirs is read. */
    boolean mayUse(UserPrincipal caller) {
        return always.contains(caller) || inGroup(caller.getName()) || hasSeat(caller);
    }

    /** Whether {@code caller} may see and end what belongs to {@code owner}. */
    boolean owns(UserPrincipal caller, UserPrincipal owner) {
        return caller.equals(owner) || caller.equals(always.getFirst());
    }

    private static UserPrincipal principal(String uid) throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(uid);
    }

    /** From the group database, so that a fresh member need not log in again. */
    private static boolean inGroup(String name) {
        try (var lines = Files.lines(GROUPS, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length == 4 && fields[0].equals(GROUP))
                    .flatMap(fields -> Arrays.stream(fields[3].split(",", -1)))
                    .anyMatch(name::equals);
        } catch (IOException _) {
            return false;
        }
    }

    /** logind keeps a file a user; an active user sits at this machine. */
    private static boolean hasSeat(UserPrincipal caller) {
        try (var files = Files.list(SEATS)) {
            return files.anyMatch(file -> isActive(file, caller));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isActive(Path file, UserPrincipal caller) {
        try {
            return principal(file.getFileName().toString()).equals(caller)
                    && Files.readAllLines(file).contains("STATE=active");
        } catch (IOException _) {
            return false;
        }
    }
}
