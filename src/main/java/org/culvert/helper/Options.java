package org.culvert.helper;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The helper's arguments; {@code owner} is a uid or empty. */
record Options(Path socket, Path state, String owner) {
    static Options parse(List<String> args) {
        Path socket =
                Path.of(
                        Optional.ofNullable(System.getenv("CULVERT_SOCKET"))
                                .orElse("/run/culvert/helper.sock"));
        Path state = Path.of("/var/lib/culvert");
        String owner = "";
        for (Iterator<String> words = args.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--socket" -> socket = Path.of(value(word, words));
                case "--state" -> state = Path.of(value(word, words));
                case "--owner" -> owner = value(word, words);
                default -> throw new IllegalArgumentException("unknown argument " + word);
            }
        }
        if (!owner.matches("[0-9]*")) {
            throw new IllegalArgumentException("--owner takes a uid, not " + owner);
        }
        return new Options(socket, state, owner);
    }

    private static String value(String word, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return words.next();
    }
}
