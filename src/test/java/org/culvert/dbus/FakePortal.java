package org.culvert.dbus;

import org.culvert.dbus.wire.SettingsPortal;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A settings portal that knows the colour scheme only, on a connection of its own. */
public final class FakePortal implements SettingsPortal, AutoCloseable {
    private static final String PATH = "/org/freedesktop/portal/desktop";

    private final Bus bus;
    private volatile int scheme;

    /** Appears on {@code bus}, which it closes at the end. */
    public FakePortal(Bus bus, int scheme) throws DBusException {
        this.bus = bus;
        this.scheme = scheme;
        bus.export(PATH, this);
        bus.own("org.freedesktop.portal.Desktop");
    }

    /** The person turns the switch. */
    public void turn(int other) throws DBusException {
        scheme = other;
        bus.emit(
                new SettingChanged(
                        PATH,
                        "org.freedesktop.appearance",
                        "color-scheme",
                        new Variant<>(new UInt32(other))));
    }

    /** Another setting changes. */
    public void turnSomethingElse() throws DBusException {
        bus.emit(
                new SettingChanged(
                        PATH, "org.gnome.desktop", "color-scheme", new Variant<>("prefer-dark")));
    }

    @Override
    public Variant<?> read(String namespace, String key) {
        if (!key.equals("color-scheme")) {
            throw new UnknownProperty("no setting " + key);
        }
        return new Variant<>(new Variant<>(new UInt32(scheme)), "v");
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        bus.close();
    }
}
