package org.culvert.dbus;

import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

import java.util.Map;

/** An object whose properties can be read by everybody and written by nobody. */
abstract class Served implements Properties {
    private final String path;

    Served(String path) {
        this.path = path;
    }

    /** All properties, by name. */
    abstract Map<String, Variant<?>> properties();

    @Override
    public String getObjectPath() {
        return path;
    }

    @Override
    // the library's own signature; it writes whatever variant it is given
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String name) {
        Variant<?> value = properties().get(name);
        if (value == null) {
            throw new UnknownProperty("no property " + name);
        }
        return (A) value;
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return properties();
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        throw new PropertyReadOnly(name + " is read only");
    }
}
