package org.culvert.desktop.tray;

import javafx.scene.paint.Color;

import org.culvert.dbus.Pixmap;
import org.culvert.desktop.look.Outline;
import org.culvert.desktop.look.Palette;
import org.culvert.desktop.look.Role;
import org.culvert.desktop.look.Scheme;
import org.culvert.desktop.look.StateShape;
import org.culvert.ipc.State;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The eight state shapes as pictures for the tray, in one colour that stands out on the panel. */
final class TrayIcons {
    static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48);

    private final Map<Key, List<Pixmap>> drawn = new ConcurrentHashMap<>();

    private record Key(State state, Scheme panel) {}

    /** The shape of {@code state} in all sizes, for a panel of that scheme. */
    List<Pixmap> of(State state, Scheme panel) {
        return drawn.computeIfAbsent(new Key(state, panel), TrayIcons::draw);
    }

    private static List<Pixmap> draw(Key key) {
        String path = StateShape.of(key.state()).whole();
        Color ink = Palette.of(key.panel()).colour(Role.TEXT);
        return SIZES.stream().map(size -> draw(path, size, ink)).toList();
    }

    private static Pixmap draw(String path, int size, Color ink) {
        int rgb = octet(ink.getRed()) << 16 | octet(ink.getGreen()) << 8 | octet(ink.getBlue());
        var argb = ByteBuffer.allocate(4 * size * size);
        for (int alpha : Outline.coverage(path, size)) {
            argb.putInt(alpha << 24 | rgb);
        }
        return new Pixmap(size, argb.array());
    }

    private static int octet(double part) {
        return (int) Math.round(255 * part);
    }
}
