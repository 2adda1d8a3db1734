package org.culvert.dbus;

import org.culvert.dbus.wire.NmConnection;
import org.culvert.dbus.wire.NmSettings;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What NetworkManager is to those who read its connections. */
public final class FakeNetworkManager implements NmSettings {
    private final Bus bus;
    private final List<DBusPath> paths = new ArrayList<>();

    private FakeNetworkManager(Bus bus) {
        this.bus = bus;
    }

    /** Serves on {@code bus} from now on. */
    public static FakeNetworkManager on(Bus bus) throws DBusException {
        var manager = new FakeNetworkManager(bus);
        bus.export(NetworkManagerVpns.PATH, manager);
        bus.own(NetworkManagerVpns.NAME);
        return manager;
    }

    /** One connection more, of the plug-in {@code service}. */
    public void add(String name, String service, Map<String, String> data, boolean routesOnly)
            throws DBusException {
        String path = NetworkManagerVpns.PATH + "/" + paths.size();
        Map<String, Map<String, Variant<?>>> settings =
                Map.of(
                        "connection", Map.of("id", new Variant<>(name)),
                        "ipv4", Map.of("never-default", new Variant<>(routesOnly)),
                        "vpn",
                                Map.of(
                                        "service-type", new Variant<>(service),
                                        "data", new Variant<>(data, "a{ss}")));
        bus.export(path, new Connection(path, settings));
        paths.add(new DBusPath(path));
    }

    @Override
    public List<DBusPath> listConnections() {
        return List.copyOf(paths);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return NetworkManagerVpns.PATH;
    }

    private record Connection(String path, Map<String, Map<String, Variant<?>>> settings)
            implements NmConnection {
        @Override
        public Map<String, Map<String, Variant<?>>> getSettings() {
            return settings;
        }

        @Override
        public boolean isRemote() {
            return false;
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }
}
