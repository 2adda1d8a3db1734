package org.culvert.desktop.tray;

import org.culvert.dbus.Bus;
import org.culvert.dbus.ColourScheme;
import org.culvert.desktop.look.Scheme;
import org.culvert.desktop.look.Theme;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The session that the window runs in: its bus, and what comes over it. */
public final class Session {
    private Session() {}

    /**
     * Looks for the bus beside the start of the window, then opens {@code tray} on it and lets
     * {@code theme} follow the desktop's word.
     */
    public static void open(
            Supplier<Optional<Bus>> session, Tray tray, Theme theme, Executor application) {
        Thread.ofVirtual()
                .name("session")
                .start(() -> {
                    Optional<Bus> bus = session.get();
                    application.execute(() -> tray.open(bus));
                    bus.ifPresent(found -> follow(found, theme, application));
                });
    }

    /** Lets {@code theme} follow what the settings portal says; a preference given up is light. */
    static void follow(Bus bus, Theme theme, Executor application) {
        ColourScheme.follow(
                bus,
                preference -> application.execute(() -> theme.system().set(scheme(preference))));
    }

    private static Scheme scheme(ColourScheme.Preference preference) {
        return switch (preference) {
            case DARK -> Scheme.DARK;
            case NONE, LIGHT -> Scheme.LIGHT;
        };
    }
}
