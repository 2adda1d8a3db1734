package org.culvert.profile;

import java.util.Optional;
import java.util.Set;

/**
 * What is in force for one {@code remote} line: its own block, which begins with the values that
 * stand above it, or the whole file outside of blocks.
 */
record Scope(Profile profile, Directive remote) {
    /** The last of these options in the block, else above it, else anywhere. */
    Optional<Directive> last(String... options) {
        Set<String> names = Set.of(options);
        Optional<Directive> found = Optional.empty();
        for (Directive d : profile.directives()) {
            if (names.contains(d.name()) && isInForce(d, found)) {
                found = Optional.of(d);
            }
        }
        return found;
    }

    private boolean isInForce(Directive d, Optional<Directive> found) {
        boolean block = remote.connection() > 0;
        boolean own = block && d.connection() == remote.connection();
        boolean above = d.connection() == 0 && (!block || d.line() < remote.line());
        return own || (above && found.filter(f -> f.connection() > 0).isEmpty());
    }

    Optional<String> word(String... options) {
        return last(options).flatMap(d -> d.argument(0));
    }

    Optional<Integer> number(String... options) {
        return word(options).flatMap(Numbers::of);
    }

    boolean has(String option) {
        return last(option).isPresent();
    }
}
