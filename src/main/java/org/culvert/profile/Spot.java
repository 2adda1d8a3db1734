package org.culvert.profile;

/**
 * A place in a file.
 *
 * @param file its name
 * @param line from 1; 0 where no line applies
 * @param column from 1; 0 where the whole line or the whole file is meant
 */
public record Spot(String file, int line, int column) {
    /** No line of {@code file}. */
    static Spot whole(String file) {
        return new Spot(file, 0, 0);
    }

    /** The same line from {@code other} on. */
    Spot at(int other) {
        return new Spot(file, line, other);
    }
}
