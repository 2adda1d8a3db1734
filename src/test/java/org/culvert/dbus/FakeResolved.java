package org.culvert.dbus;

import org.culvert.dbus.wire.DomainStruct;
import org.culvert.dbus.wire.ResolveManager;
import org.culvert.dbus.wire.ServerStruct;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.errors.AccessDenied;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What systemd-resolved is to its callers: takes settings of links, or refuses them all. */
public final class FakeResolved implements ResolveManager, Properties {
    private final boolean refuses;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private FakeResolved(boolean refuses) {
        this.refuses = refuses;
    }

    /** A server as the property DNS holds it. */
    public static final class Uplink extends Struct {
        /** The device's index. */
        @Position(0)
        public final int index;

        /** The address family. */
        @Position(1)
        public final int family;

        /** The address. */
        @Position(2)
        public final byte[] address;

        /** A server of a device. */
        public Uplink(int index, int family, byte[] address) {
            this.index = index;
            this.family = family;
            this.address = address;
        }
    }

    /** Serves on {@code bus} from now on. */
    public static FakeResolved on(Bus bus, boolean refuses) throws DBusException {
        var resolved = new FakeResolved(refuses);
        bus.export(Resolved.PATH, resolved);
        bus.own(Resolved.NAME);
        return resolved;
    }

    /** What was asked of it, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void setLinkDns(int index, List<ServerStruct> servers) {
        take(
                "dns",
                index,
                servers.stream()
                        .map(s -> s.family + ":" + HexFormat.of().formatHex(s.address))
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public void setLinkDomains(int index, List<DomainStruct> domains) {
        take(
                "domains",
                index,
                domains.stream()
                        .map(d -> (d.routingOnly ? "~" : "") + d.name)
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public void setLinkDefaultRoute(int index, boolean yes) {
        take("default", index, Boolean.toString(yes));
    }

    @Override
    public void revertLink(int index) {
        take("revert", index, "");
    }

    private void take(String call, int index, String value) {
        if (refuses) {
            throw new AccessDenied("Interactive authentication required.");
        }
        calls.add((call + " " + index + " " + value).strip());
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's interface
    public <A> A Get(String type, String name) {
        var servers =
                List.of(
                        new Uplink(0, 2, new byte[] {(byte) 192, 0, 2, 53}),
                        new Uplink(3, 2, new byte[] {(byte) 198, 51, 100, 53}));
        return (A) new Variant<>(servers, "a(iiay)");
    }

    @Override
    public <A> void Set(String type, String name, A value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        return Map.of();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return Resolved.PATH;
    }
}
