package org.culvert.dbus;

import org.culvert.dbus.wire.SettingsPortal;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.Optional;
import java.util.function.Consumer;

/** Light or dark, as the desktop's settings portal says. */
public final class ColourScheme {
    private static final String PORTAL = "org.freedesktop.portal.Desktop";
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final String NAMESPACE = "org.freedesktop.appearance";
    private static final String KEY = "color-scheme";

    private ColourScheme() {}

    /** What a person prefers. */
    public enum Preference {
        /** Nothing is said. */
        NONE,
        /** Light on dark. */
        DARK,
        /** Dark on light. */
        LIGHT
    }

    /**
     * Tells {@code listener} what is preferred now, where a portal has a preference, and each
     * change. Waits for the portal's first answer.
     */
    public static void follow(Bus bus, Consumer<Preference> listener) {
        try {
            bus.onSignal(
                    SettingsPortal.SettingChanged.class,
                    change -> {
                        if (change.namespace().equals(NAMESPACE) && change.key().equals(KEY)) {
                            preference(change.value()).ifPresent(listener);
                        }
                    });
            SettingsPortal portal = bus.remote(PORTAL, PATH, SettingsPortal.class);
            preference(portal.read(NAMESPACE, KEY))
                    .filter(now -> now != Preference.NONE)
                    .ifPresent(listener);
        } catch (DBusException | DBusExecutionException _) {
            // no portal, or one that does not know: nothing is preferred
        }
    }

    /** {@code Read} wraps the number twice, the signal once. */
    private static Optional<Preference> preference(Object value) {
        if (value instanceof Variant<?> variant) {
            return preference(variant.getValue());
        }
        if (!(value instanceof UInt32 number)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (number.intValue()) {
                    case 1 -> Preference.DARK;
                    case 2 -> Preference.LIGHT;
                    default -> Preference.NONE;
                });
    }
}
