package org.culvert.protocol.control;

import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** DNS as pushed, old and new dialect, within the limits of security R89. */
final class PushedDns {
    private static final int MOST_SERVERS = 8;
    private static final int MOST_DOMAINS = 64;

    private final List<IpAddress> dhcpServers = new ArrayList<>();
    private final List<String> domains = new ArrayList<>();
    private final Map<Integer, Server> servers = new TreeMap<>();
    private boolean broken;

    private static final class Server {
        private final List<IpAddress> addresses = new ArrayList<>();
        private final List<String> routing = new ArrayList<>();
    }

    /** {@code dhcp-option TYPE VALUE...}; false where it has no effect here. */
    boolean dhcpOption(List<String> args) {
        if (args.size() < 2) {
            return false;
        }
        return switch (args.getFirst().toUpperCase(Locale.ROOT)) {
            case "DNS", "DNS6" -> addServer(dhcpServers, args.get(1));
            case "DOMAIN", "ADAPTER_DOMAIN_SUFFIX", "DOMAIN-SEARCH" ->
                    addDomain(domains, args.get(1));
            default -> false;
        };
    }

    /** {@code dns search-domains ...} and {@code dns server N ...}. */
    boolean dns(List<String> args) {
        if (args.size() >= 2 && args.getFirst().equals("search-domains")) {
            return args.stream().skip(1).allMatch(domain -> addDomain(domains, domain));
        }
        boolean server =
                args.size() >= 4
                        && args.getFirst().equals("server")
                        && args.get(1).matches("[0-9]{1,3}");
        return server
                && server(Integer.parseInt(args.get(1)), args.get(2), args.subList(3, args.size()));
    }

    /** What is left after the limits; a violation drops the whole set. */
    DnsSettings settings() {
        if (broken) {
            return DnsSettings.NONE;
        }
        Optional<Server> first = servers.values().stream().findFirst();
        if (first.isPresent() && !first.get().addresses.isEmpty()) {
            return new DnsSettings(first.get().addresses, domains, first.get().routing);
        }
        return dhcpServers.isEmpty()
                ? DnsSettings.NONE
                : new DnsSettings(dhcpServers, domains, List.of());
    }

    /** Whether a limit was broken. */
    boolean broken() {
        return broken;
    }

    private boolean server(int number, String what, List<String> values) {
        Server server = servers.computeIfAbsent(number, _ -> new Server());
        return switch (what) {
            case "address" -> values.stream().allMatch(a -> addServer(server.addresses, bare(a)));
            case "resolve-domains" ->
                    values.stream().allMatch(domain -> addDomain(server.routing, domain));
            default -> false;
        };
    }

    /** A port beside the address is not supported by resolvers' files; the address is used. */
    private static String bare(String address) {
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            return end < 0 ? address : address.substring(1, end);
        }
        int colon = address.indexOf(':');
        return colon >= 0 && address.indexOf(':', colon + 1) < 0
                ? address.substring(0, colon)
                : address;
    }

    private boolean addServer(List<IpAddress> list, String text) {
        Optional<IpAddress> address = IpAddress.parse(text).filter(PushedDns::unicast);
        if (address.isEmpty() || list.size() >= MOST_SERVERS) {
            broken = true;
            return false;
        }
        return list.contains(address.get()) || list.add(address.get());
    }

    private boolean addDomain(List<String> list, String text) {
        String domain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        boolean good =
                domain.length() <= 253
                        && domain.matches("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");
        if (!good || list.size() >= MOST_DOMAINS) {
            broken = true;
            return false;
        }
        return list.add(domain.toLowerCase(Locale.ROOT));
    }

    private static boolean unicast(IpAddress address) {
        if (address.isLoopback()) {
            return false;
        }
        return address.v6()
                ? address.high() >>> 56 != 0xff && (address.high() != 0 || address.low() != 0)
                : address.low() >>> 28 < 14 && address.low() >>> 24 != 0;
    }
}
