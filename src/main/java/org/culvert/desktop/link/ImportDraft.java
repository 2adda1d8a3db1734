package org.culvert.desktop.link;

import org.culvert.failure.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file as it would be imported, or why it cannot be.
 *
 * @param file where it came from
 * @param card what would be stored, with the suggested name
 * @param unused lines that will not be used
 * @param missing files that it names for its parts and that were not found
 * @param known the id of the stored profile with the same server and certificate
 * @param failure why it cannot be imported, or not be connected
 */
public record ImportDraft(
        Path file,
        Optional<ProfileCard> card,
        List<UnusedLine> unused,
        List<String> missing,
        Optional<String> known,
        Optional<Failure> failure) {
    /** A line of the file, from 1, its option, and why it is not used. */
    public record UnusedLine(int line, String option, String reason) {}

    /** Copies its lists. */
    public ImportDraft {
        unused = List.copyOf(unused);
        missing = List.copyOf(missing);
    }
}
