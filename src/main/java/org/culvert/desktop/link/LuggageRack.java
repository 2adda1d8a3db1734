package org.culvert.desktop.link;

import org.culvert.profile.Luggage;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What came in last, as long as a sheet may still ask for it. Used by the disk's thread alone. */
final class LuggageRack {
    private static final int MOST = 4;
    private static final Luggage NONE = new Luggage(List.of(), Map.of(), Map.of());

    private final Deque<Luggage> pieces = new ArrayDeque<>();

    void add(Luggage piece) {
        pieces.addFirst(piece);
        if (pieces.size() > MOST) {
            pieces.removeLast();
        }
    }

    /** The piece that {@code file} came with. */
    Luggage of(Path file) {
        return pieces.stream()
                .filter(piece -> piece.profiles().contains(file))
                .findFirst()
                .orElse(NONE);
    }
}
