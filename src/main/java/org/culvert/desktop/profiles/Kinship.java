package org.culvert.desktop.profiles;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether files that came together are a group, and what it may be called. */
final class Kinship {
    private static final int FEWEST = 2;
    private static final int SHORTEST = 3;

    private Kinship() {}

    /** A name for the group of {@code drafts}; none where they are not all akin. */
    static Optional<String> of(List<ImportDraft> drafts) {
        boolean akin =
                drafts.size() >= FEWEST
                        && drafts.stream().map(ImportDraft::kin).distinct().count() == 1
                        && !drafts.getFirst().kin().isEmpty();
        return akin ? Optional.of(name(drafts)) : Optional.empty();
    }

    private static String name(List<ImportDraft> drafts) {
        List<String> names =
                drafts.stream().flatMap(d -> d.card().stream()).map(ProfileCard::name).toList();
        String common = names.stream().reduce(Kinship::common).orElse("");
        String tidy = common.replaceFirst("[\\s\\-_.,(]+$", "");
        return tidy.length() >= SHORTEST ? tidy : folder(drafts).orElse(tidy);
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    /** The folder or archive that all of them came in. */
    private static Optional<String> folder(List<ImportDraft> drafts) {
        List<Optional<Path>> folders =
                drafts.stream()
                        .map(draft -> Optional.ofNullable(draft.file().getParent()))
                        .distinct()
                        .toList();
        return folders.size() == 1
                ? folders.getFirst().map(Kinship::leaf).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private static String leaf(Path folder) {
        return Stream.ofNullable(folder.getFileName())
                .map(name -> name.toString().replaceFirst("\\.(zip|ZIP)$", ""))
                .findFirst()
                .orElse("");
    }
}
