package org.culvert.profile;

import java.util.List;
import java.util.Optional;

/**
 * One option of a profile as it stands in the text.
 *
 * @param line from 1
 * @param name without leading dashes
 * @param arguments its words
 * @param block the text of an inline block
 * @param connection which {@code <connection>} block it stands in, from 1; 0: none
 */
public record Directive(
        int line, String name, List<String> arguments, Optional<String> block, int connection) {
    /** Copies its list. */
    public Directive {
        arguments = List.copyOf(arguments);
    }

    /** The argument at {@code i}, from 0. */
    public Optional<String> argument(int i) {
        return i < arguments.size() ? Optional.of(arguments.get(i)) : Optional.empty();
    }
}
