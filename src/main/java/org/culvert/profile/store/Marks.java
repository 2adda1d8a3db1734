package org.culvert.profile.store;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a person has noted on a profile.
 *
 * @param favourite it stands at the top
 * @param tags words to find it by
 * @param group the name of the group it belongs to; empty: none
 */
public record Marks(boolean favourite, List<String> tags, String group) {
    /** Nothing. */
    public static final Marks NONE = new Marks(false, List.of(), "");

    private static final int MOST_TAGS = 16;

    /** Tidies its words; files of old have none of them. */
    public Marks(boolean favourite, @Nullable List<String> tags, @Nullable String group) {
        this.favourite = favourite;
        this.tags =
                tags == null
                        ? List.of()
                        : tags.stream()
                                .map(Names::tidy)
                                .filter(tag -> !tag.isEmpty())
                                .distinct()
                                .limit(MOST_TAGS)
                                .toList();
        this.group = group == null ? "" : Names.tidy(group);
    }

    /** The same, at the top or not. */
    public Marks withFavourite(boolean other) {
        return new Marks(other, tags, group);
    }

    /** The same with other tags. */
    public Marks withTags(List<String> others) {
        return new Marks(favourite, others, group);
    }

    /** The same in another group; empty: in none. */
    public Marks withGroup(String other) {
        return new Marks(favourite, tags, other);
    }
}
