package org.culvert.profile;

import java.util.List;
import java.util.Optional;

/**
 * One option of a profile as it stands in the text.
 *
 * @param spot where its name begins
 * @param name without leading dashes
 * @param arguments its words
 * @param block the text of an inline block
 * @param connection which {@code <connection>} block it stands in, from 1; 0: none
 * @param optional written as {@code setenv opt}: it may be unknown
 */
public record Directive(
        Spot spot,
        String name,
        List<String> arguments,
        Optional<String> block,
        int connection,
        boolean optional) {
    /** Copies its list. */
    public Directive {
        arguments = List.copyOf(arguments);
    }

    /** The line, from 1. */
    public int line() {
        return spot.line();
    }

    /** The argument at {@code i}, from 0. */
    public Optional<String> argument(int i) {
        return i < arguments.size() ? Optional.of(arguments.get(i)) : Optional.empty();
    }

    /** The name of the file that it stands for; old profiles write {@code [inline]} for none. */
    public Optional<String> file() {
        return argument(0).filter(word -> !word.matches("(?i)\\[{1,2}inline]{1,2}"));
    }

    /** The option and its words as people write them. */
    public String text() {
        return (name + " " + String.join(" ", arguments)).strip();
    }

    /** Without the text of a block, which may be a key. */
    @Override
    public String toString() {
        return line() + ": " + (block.isPresent() ? "<" + name + ">" : text());
    }
}
