package org.culvert.platform.linux;

import org.culvert.dbus.Bus;
import org.culvert.dbus.Resolved;
import org.culvert.dbus.ServiceRefused;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends names to the VPN's servers, by the first way that applies (design decision 7):
 * systemd-resolved where programs ask it, else {@code resolv.conf}.
 */
final class Names {
    /** Where systemd-resolved itself listens. */
    static final List<IpAddress> STUBS =
            List.of(IpAddress.literal("127.0.0.53"), IpAddress.literal("127.0.0.54"));

    private final Supplier<Optional<Bus>> buses;
    private final Path resolvConf;
    private final Path nsswitch;
    private final ResolvFile file;

    /** {@code buses} opens the system bus anew for each change. */
    Names(Supplier<Optional<Bus>> buses, Path etc, Path state) {
        this.buses = buses;
        this.resolvConf = etc.resolve("resolv.conf");
        this.nsswitch = etc.resolve("nsswitch.conf");
        this.file = new ResolvFile(resolvConf, state.resolve("resolv.conf"));
    }

    /** Sends names to {@code dns}; {@code all}: those of no other network too. */
    void set(String device, DnsSettings dns, boolean all) throws PlatformException {
        Optional<Bus> bus = programsAskResolved() ? buses.get() : Optional.empty();
        try {
            Optional<Resolved> resolved = bus.flatMap(Resolved::on);
            if (resolved.isPresent()) {
                serve(resolved.get(), Interfaces.index(device), dns, all);
            } else {
                file.write(dns);
            }
        } finally {
            bus.ifPresent(Bus::close);
        }
    }

    /** Puts back what {@link #set} changed, whichever way that was. */
    void restore(String device) throws PlatformException {
        if (Interfaces.exists(device) && programsAskResolved()) {
            revert(Interfaces.index(device));
        }
        file.restore();
    }

    /** The servers that systemd-resolved asks for other devices than ours. */
    static List<IpAddress> uplinkServers(Supplier<Optional<Bus>> buses) {
        Optional<Bus> bus = buses.get();
        try {
            Set<Integer> ours = Interfaces.ours();
            return bus.flatMap(Resolved::on).map(Resolved::servers).orElse(List.of()).stream()
                    .filter(server -> !ours.contains(server.index()))
                    .map(server -> IpAddress.of(server.octets()))
                    .toList();
        } finally {
            bus.ifPresent(Bus::close);
        }
    }

    private static void serve(Resolved resolved, int index, DnsSettings dns, boolean all)
            throws PlatformException {
        List<byte[]> servers = dns.servers().stream().map(IpAddress::octets).toList();
        boolean allNames = all || dns.routingDomains().isEmpty();
        try {
            resolved.serve(index, servers, dns.searchDomains(), dns.routingDomains(), allNames);
        } catch (ServiceRefused e) {
            throw new PlatformException("dns", 0, String.valueOf(e.getMessage()));
        }
    }

    private void revert(int index) throws PlatformException {
        Optional<Bus> bus = buses.get();
        try {
            Optional<Resolved> resolved = bus.flatMap(Resolved::on);
            if (resolved.isPresent()) {
                resolved.get().revert(index);
            }
        } catch (ServiceRefused e) {
            throw new PlatformException("dns", 0, String.valueOf(e.getMessage()));
        } finally {
            bus.ifPresent(Bus::close);
        }
    }

    /** By its stub in {@code resolv.conf}, or by the module {@code resolve} of the C library. */
    private boolean programsAskResolved() {
        return ResolvFile.servers(resolvConf).stream().anyMatch(STUBS::contains)
                || hostsBy("resolve");
    }

    private boolean hostsBy(String module) {
        try (var lines = Files.lines(nsswitch, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip().split("\\s+"))
                    .filter(words -> words[0].equals("hosts:"))
                    .anyMatch(words -> List.of(words).contains(module));
        } catch (IOException _) {
            return false;
        }
    }
}
