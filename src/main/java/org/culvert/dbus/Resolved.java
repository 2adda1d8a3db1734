package org.culvert.dbus;

import org.culvert.dbus.wire.DomainStruct;
import org.culvert.dbus.wire.ResolveManager;
import org.culvert.dbus.wire.ServerStruct;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** systemd-resolved, which asks the servers of a network device for the names of that device. */
public final class Resolved {
    static final String NAME = "org.freedesktop.resolve1";
    static final String PATH = "/org/freedesktop/resolve1";
    static final String MANAGER = "org.freedesktop.resolve1.Manager";

    private static final int IPV4 = 2;
    private static final int IPV6 = 10;
    private static final String ALL_NAMES = ".";

    private final Bus bus;

    private Resolved(Bus bus) {
        this.bus = bus;
    }

    /** A server that is asked at present: 4 or 16 octets, and its device's index; 0 for none. */
    public record Server(int index, List<Byte> address) {
        /** Copies its list. */
        public Server {
            address = List.copyOf(address);
        }

        /** The octets of its address. */
        public byte[] octets() {
            byte[] octets = new byte[address.size()];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = address.get(i);
            }
            return octets;
        }
    }

    /** The service on this bus, where it runs. */
    public static Optional<Resolved> on(Bus bus) {
        return bus.hasOwner(NAME) ? Optional.of(new Resolved(bus)) : Optional.empty();
    }

    /**
     * Sends names to the servers of a device.
     *
     * @param servers 4 or 16 octets each
     * @param searched domains that are completed onto short names
     * @param routed domains that only these servers answer
     * @param all whether all other names go to them too
     */
    public void serve(
            int index,
            List<byte[]> servers,
            List<String> searched,
            List<String> routed,
            boolean all)
            throws ServiceRefused {
        List<ServerStruct> addresses =
                servers.stream()
                        .map(a -> new ServerStruct(a.length == 4 ? IPV4 : IPV6, a))
                        .toList();
        call("SetLinkDNS", manager -> manager.setLinkDns(index, addresses));
        call(
                "SetLinkDomains",
                manager -> manager.setLinkDomains(index, domains(searched, routed, all)));
        call("SetLinkDefaultRoute", manager -> manager.setLinkDefaultRoute(index, all));
    }

    /** Forgets what was set for a device. */
    public void revert(int index) throws ServiceRefused {
        call("RevertLink", manager -> manager.revertLink(index));
    }

    /** The servers that are asked at present, in order. */
    public List<Server> servers() {
        try {
            Object value = bus.remote(NAME, PATH, Properties.class).Get(MANAGER, "DNS");
            Object list = value instanceof Variant<?> variant ? variant.getValue() : value;
            var found = new ArrayList<Server>();
            for (Object each : (List<?>) list) {
                Object[] fields = (Object[]) each;
                var address = ((List<?>) fields[2]).stream().map(Byte.class::cast).toList();
                found.add(new Server((Integer) fields[0], address));
            }
            return found;
        } catch (DBusException | DBusExecutionException | ClassCastException _) {
            return List.of();
        }
    }

    private static List<DomainStruct> domains(
            List<String> searched, List<String> routed, boolean all) {
        return Stream.of(
                        searched.stream().map(name -> new DomainStruct(name, false)),
                        routed.stream()
                                .filter(name -> !searched.contains(name))
                                .map(name -> new DomainStruct(name, true)),
                        all
                                ? Stream.of(new DomainStruct(ALL_NAMES, true))
                                : Stream.<DomainStruct>of())
                .flatMap(domains -> domains)
                .toList();
    }

    /** One call of the service. */
    @FunctionalInterface
    private interface Call {
        void on(ResolveManager manager);
    }

    private void call(String name, Call call) throws ServiceRefused {
        try {
            call.on(bus.remote(NAME, PATH, ResolveManager.class));
        } catch (DBusException | DBusExecutionException e) {
            throw new ServiceRefused("systemd-resolved " + name, e);
        }
    }
}
