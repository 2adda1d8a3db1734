package org.culvert.helper;

import org.culvert.platform.LocalSessions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who may use the helper, by the kernel's word alone (design decision 8): uid 0, the owner, members
 * of the group, users of an active local session.
 */
final class Callers {
    private static final String GROUP = "culvert";

    private final UserPrincipal root;
    private final Optional<UserPrincipal> owner;
    private final Path groups;
    private final LocalSessions sessions;

    /**
     * {@code owner}: a uid, empty for none; {@code groups}: the group database, read anew each time
     * so that a fresh member need not log in again.
     */
    Callers(String owner, Path groups, LocalSessions sessions) throws IOException {
        this.root = principal("0");
        this.owner = owner.isEmpty() ? Optional.empty() : Optional.of(principal(owner));
        this.groups = groups;
        this.sessions = sessions;
    }

    /** Judged before one octet of theirs is read. */
    boolean mayUse(UserPrincipal caller) {
        return caller.equals(root)
                || owner.filter(caller::equals).isPresent()
                || inGroup(caller)
                || sitsHere(caller);
    }

    /** Whether {@code caller} may see and end what belongs to {@code owner}. */
    boolean owns(UserPrincipal caller, UserPrincipal owner) {
        return caller.equals(owner) || caller.equals(root);
    }

    private static UserPrincipal principal(String uid) throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(uid);
    }

    private boolean inGroup(UserPrincipal caller) {
        try (var lines = Files.lines(groups, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length == 4 && fields[0].equals(GROUP))
                    .flatMap(fields -> Arrays.stream(fields[3].split(",", -1)))
                    .anyMatch(name -> is(caller, name));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private boolean sitsHere(UserPrincipal caller) {
        return sessions.activeUids().stream().anyMatch(uid -> is(caller, Long.toString(uid)));
    }

    /** By number: a user's name may look like another's uid. */
    private static boolean is(UserPrincipal caller, String who) {
        try {
            return principal(who).equals(caller);
        } catch (IOException _) {
            return false;
        }
    }
}
