package org.culvert.keys;

import org.bouncycastle.openssl.PEMParser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects in a PEM text; kinder than the standard to indented lines and foreign line ends. */
final class PemText {
    private PemText() {}

    /** All objects in order; empty if one of them is broken. */
    static Optional<List<Object>> read(String text) {
        String tidy = text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
        var found = new ArrayList<Object>();
        try (var parser = new PEMParser(new StringReader(tidy))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                found.add(next);
            }
            return Optional.of(found);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
