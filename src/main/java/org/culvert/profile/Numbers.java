package org.culvert.profile;

import java.util.Optional;

/** Numbers as the reference reads them: decimal, a plus sign passes, hexadecimal does not. */
final class Numbers {
    private Numbers() {}

    /** At most nine digits. */
    static Optional<Integer> of(String word) {
        String bare = word.strip();
        return bare.matches("\\+?[0-9]{1,9}")
                ? Optional.of(Integer.parseInt(bare.startsWith("+") ? bare.substring(1) : bare))
                : Optional.empty();
    }
}
