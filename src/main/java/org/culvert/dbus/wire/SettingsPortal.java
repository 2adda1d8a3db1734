package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/** The desktop's settings, as its portal tells them. */
@DBusInterfaceName("org.freedesktop.portal.Settings")
public interface SettingsPortal extends DBusInterface {
    /** One setting; every portal knows this one and wraps its value twice. */
    @DBusMemberName("Read")
    Variant<?> read(String namespace, String key);

    /** A setting has another value. */
    class SettingChanged extends DBusSignal {
        private final String namespace;
        private final String key;
        private final Variant<?> value;

        /** Sent from {@code path}. */
        public SettingChanged(String path, String namespace, String key, Variant<?> value)
                throws DBusException {
            super(path, namespace, key, value);
            this.namespace = namespace;
            this.key = key;
            this.value = value;
        }

        /** The group of the setting. */
        public String namespace() {
            return namespace;
        }

        /** Its name. */
        public String key() {
            return key;
        }

        /** Its value now. */
        public Variant<?> value() {
            return value;
        }
    }
}
