package org.culvert.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Where the close tags and the ends of certificates stand, so that each is looked up at once. */
final class LineEnds {
    private final Map<String, TreeSet<Integer>> places = new HashMap<>();

    LineEnds(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            note(lines.get(i).strip(), i);
        }
    }

    /** A close tag begins a line, or stands at its end, where the reference would not see it. */
    private void note(String bare, int line) {
        if (bare.startsWith("-----END ")) {
            add(bare, line);
        }
        if (bare.startsWith("</")) {
            add(bare.substring(0, bare.indexOf('>') + 1), line);
        }
        if (bare.endsWith(">") && bare.contains("</")) {
            add(bare.substring(bare.lastIndexOf("</")), line);
        }
    }

    private void add(String end, int line) {
        places.computeIfAbsent(end, none -> new TreeSet<>()).add(line);
    }

    /** The first line from {@code from} on, counted from 0, where {@code end} stands. */
    OptionalInt next(String end, int from) {
        TreeSet<Integer> known = places.get(end);
        Integer line = known == null ? null : known.ceiling(from);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }
}
