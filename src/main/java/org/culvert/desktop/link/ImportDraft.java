package org.culvert.desktop.link;

import org.culvert.failure.Failure;
import org.culvert.profile.SummaryText;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file as it would be imported, or why it cannot be.
 *
 * @param file where it came from
 * @param card what would be stored, with the suggested name
 * @param summary what it means, in words
 * @param unused lines that will not be used
 * @param missing files that it names for its parts and that were not found
 * @param locked files with a passphrase that was not given yet, or does not fit
 * @param exposed files with a secret that others on this computer can read
 * @param known the id of the stored profile for the same server
 * @param unchanged the stored profile has the very same text
 * @param kin the same for files that may form a group; empty: for none
 * @param notice what should be known though it is no obstacle
 * @param failure why it cannot be imported, or not be connected
 */
public record ImportDraft(
        Path file,
        Optional<ProfileCard> card,
        List<SummaryText.Line> summary,
        List<UnusedLine> unused,
        List<String> missing,
        List<String> locked,
        List<Path> exposed,
        Optional<String> known,
        boolean unchanged,
        String kin,
        Optional<Failure> notice,
        Optional<Failure> failure) {
    /** A line of the file, from 1, its option, and why it is not used. */
    public record UnusedLine(int line, String option, String reason) {}

    /** Copies its lists. */
    public ImportDraft {
        summary = List.copyOf(summary);
        unused = List.copyOf(unused);
        missing = List.copyOf(missing);
        locked = List.copyOf(locked);
        exposed = List.copyOf(exposed);
    }
}
