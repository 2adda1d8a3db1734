package org.culvert.dbus;

import org.culvert.dbus.wire.NmConnection;
import org.culvert.dbus.wire.NmSettings;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The OpenVPN connections that NetworkManager keeps, without their secrets. */
public final class NetworkManagerVpns {
    static final String NAME = "org.freedesktop.NetworkManager";
    static final String PATH = "/org/freedesktop/NetworkManager/Settings";

    private static final String OPENVPN = NAME + ".openvpn";

    private NetworkManagerVpns() {}

    /**
     * One of them.
     *
     * @param name what people call it
     * @param data its settings by their names
     * @param routesOnly it takes no default route
     */
    public record Vpn(String name, Map<String, String> data, boolean routesOnly) {
        /** Copies its map. */
        public Vpn {
            data = Map.copyOf(data);
        }
    }

    /** All of them; none where NetworkManager does not run. */
    public static List<Vpn> on(Bus bus) {
        if (!bus.hasOwner(NAME)) {
            return List.of();
        }
        try {
            return bus.remote(NAME, PATH, NmSettings.class).listConnections().stream()
                    .flatMap(path -> vpn(bus, path).stream())
                    .toList();
        } catch (DBusException | DBusExecutionException _) {
            return List.of();
        }
    }

    private static Optional<Vpn> vpn(Bus bus, DBusPath path) {
        try {
            Map<String, Map<String, Variant<?>>> all =
                    bus.remote(NAME, path.getPath(), NmConnection.class).getSettings();
            return text(all, "vpn", "service-type").filter(OPENVPN::equals).isPresent()
                    ? Optional.of(
                            new Vpn(
                                    text(all, "connection", "id").orElse(""),
                                    data(all),
                                    isTrue(all, "ipv4", "never-default")))
                    : Optional.empty();
        } catch (DBusException | DBusExecutionException _) {
            return Optional.empty(); // it has gone meanwhile
        }
    }

    private static Optional<Object> value(
            Map<String, Map<String, Variant<?>>> all, String section, String name) {
        Variant<?> value = all.getOrDefault(section, Map.of()).get(name);
        return Optional.ofNullable(value).map(Variant::getValue);
    }

    private static Optional<String> text(
            Map<String, Map<String, Variant<?>>> all, String section, String name) {
        return value(all, section, name).filter(String.class::isInstance).map(Object::toString);
    }

    private static boolean isTrue(
            Map<String, Map<String, Variant<?>>> all, String section, String name) {
        return value(all, section, name).equals(Optional.of(true));
    }

    private static Map<String, String> data(Map<String, Map<String, Variant<?>>> all) {
        var data = new TreeMap<String, String>();
        if (value(all, "vpn", "data").orElse(null) instanceof Map<?, ?> pairs) {
            pairs.forEach((name, text) -> data.put(String.valueOf(name), String.valueOf(text)));
        }
        return data;
    }
}
