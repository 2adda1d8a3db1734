package org.culvert.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.culvert.dbus.Pixmap;
import org.culvert.desktop.look.Scheme;
import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;

class TrayIconsTest {
    @Test
    void eightStatesHaveEightShapesInEverySize() {
        var icons = new TrayIcons();
        var seen = new HashSet<List<Pixmap>>();
        for (State state : State.values()) {
            List<Pixmap> drawn = icons.of(state, Scheme.LIGHT);
            assertEquals(TrayIcons.SIZES, drawn.stream().map(Pixmap::size).toList());
            assertNotEquals(drawn, icons.of(state, Scheme.DARK));
            seen.add(drawn);
        }
        assertEquals(8, seen.size());
    }

    @Test
    void onIsFilledAndOffIsARing() {
        var icons = new TrayIcons();
        Pixmap on = icons.of(State.ON, Scheme.LIGHT).getLast();
        Pixmap off = icons.of(State.OFF, Scheme.LIGHT).getLast();

        assertEquals(255, on.alpha(12, 12));
        assertEquals(0, off.alpha(24, 24));
        assertEquals(255, off.alpha(7, 24));
        assertEquals(0, on.alpha(0, 0));
    }
}
