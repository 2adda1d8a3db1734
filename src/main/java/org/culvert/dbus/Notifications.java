package org.culvert.dbus;

import org.culvert.dbus.wire.NotificationDaemon;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;

/** Short messages at the edge of the screen. */
public final class Notifications {
    static final String NAME = "org.freedesktop.Notifications";
    static final String PATH = "/org/freedesktop/Notifications";

    private static final String PROGRAM = "Culvert";
    private static final String ID = "org.culvert.Culvert";
    private static final UInt32 NEW = new UInt32(0);
    private static final int USUAL_TIME = -1;

    private Notifications() {}

    /** Shows {@code text} under {@code title}; whether a desktop took it. */
    public static boolean show(Bus bus, String title, String text) {
        if (!bus.hasOwner(NAME)) {
            return false;
        }
        try {
            var _ =
                    bus.remote(NAME, PATH, NotificationDaemon.class)
                            .show(
                                    PROGRAM,
                                    NEW,
                                    ID,
                                    title,
                                    escaped(text),
                                    List.of(),
                                    Map.of("desktop-entry", new Variant<>(ID)),
                                    USUAL_TIME);
            return true;
        } catch (DBusException | DBusExecutionException _) {
            return false;
        }
    }

    /** The body may carry marks, so that what looks like one is no mark of ours. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
