package org.culvert.desktop.link;

/**
 * One line of the helper's diary.
 *
 * @param millis since 1970
 * @param level how much it matters
 * @param profile whose connection, empty for the helper itself
 * @param text one line
 */
public record LogLine(long millis, Level level, String profile, String text) {
    /** How much a line matters. */
    public enum Level {
        /** Something ended or was refused. */
        ERROR,
        /** Something to know. */
        WARNING,
        /** The diary. */
        INFO
    }
}
