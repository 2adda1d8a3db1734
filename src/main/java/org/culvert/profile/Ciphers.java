package org.culvert.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of data ciphers in a profile: those that we offer, and those that we refuse. */
final class Ciphers {
    /** What we offer, best first. */
    static final List<String> SAFE = List.of("AES-256-GCM", "AES-128-GCM", "CHACHA20-POLY1305");

    /** What we offer where a profile names it. */
    static final List<String> SPOKEN =
            List.of(
                    "AES-256-GCM",
                    "AES-128-GCM",
                    "CHACHA20-POLY1305",
                    "AES-192-GCM",
                    "AES-256-CBC",
                    "AES-192-CBC",
                    "AES-128-CBC");

    private Ciphers() {}

    /** Those of a list that we offer, in its order; {@code DEFAULT} stands for all of ours. */
    static List<String> named(String list) {
        var ciphers = new LinkedHashSet<String>();
        words(list)
                .forEach(word -> {
                    if (word.equals("DEFAULT")) {
                        ciphers.addAll(SAFE);
                    } else if (SPOKEN.contains(word)) {
                        ciphers.add(word);
                    }
                });
        return List.copyOf(ciphers);
    }

    /** Those of a list that we do not offer. */
    static List<String> notOffered(String list) {
        return words(list)
                .filter(word -> !word.equals("DEFAULT") && !SPOKEN.contains(word))
                .toList();
    }

    /** The list of a profile with its {@code cipher} behind it, as the reference adds it. */
    static List<String> offered(Optional<String> list, Optional<String> cipher) {
        var all = new LinkedHashSet<String>(named(list.orElse("DEFAULT")));
        cipher.map(c -> c.toUpperCase(Locale.ROOT)).filter(SPOKEN::contains).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** No encryption, 64-bit blocks, or a mode without authentication that nobody needs. */
    static boolean isInsecure(String cipher) {
        return cipher.equals("NONE")
                || cipher.matches("(BF|DES|DES3|3DES|DESX|RC2|CAST5?|IDEA|SEED)(-.*)?")
                || cipher.matches(".*-(CFB|OFB|ECB)[0-9]*");
    }

    /** Every name as the reference prints it: OpenSSL also knows {@code id-aes128-GCM}. */
    private static Stream<String> words(String list) {
        return Stream.of(list.split(":", -1))
                .map(word -> word.startsWith("?") ? word.substring(1) : word)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .map(word -> word.replaceFirst("^ID-AES(?=[0-9]+-)", "AES-"))
                .filter(word -> !Set.of("", "?").contains(word));
    }
}
