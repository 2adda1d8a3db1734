package org.culvert.profile;

import java.util.Comparator;
import java.util.Optional;

/** Which option was meant by a name that nobody knows. */
final class Suggestions {
    private static final int FARTHEST = 2;

    private Suggestions() {}

    /** The nearest name, at most two letters away; none for a short word. */
    static Optional<String> of(String name) {
        if (name.length() < 5 || name.length() > 64) {
            return Optional.empty();
        }
        return OptionTable.names()
                .filter(known -> Math.abs(known.length() - name.length()) <= FARTHEST)
                .filter(known -> distance(name, known) <= FARTHEST)
                .min(
                        Comparator.<String>comparingInt(known -> distance(name, known))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters to add, take away or change; more than enough is not counted out. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least > FARTHEST) {
                return least;
            }
            above = row;
        }
        return above[b.length()];
    }
}
