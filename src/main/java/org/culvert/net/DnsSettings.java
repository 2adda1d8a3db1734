package org.culvert.net;

import java.util.List;

/**
 * Which servers answer which names while a tunnel is up.
 *
 * @param servers in order of preference; empty: the VPN brings no DNS
 * @param searchDomains completed onto short names, at most 10 (protocol: pushed options)
 * @param routingDomains names that only these servers may answer; empty: all names
 */
public record DnsSettings(
        List<IpAddress> servers, List<String> searchDomains, List<String> routingDomains) {
    /** No DNS from the VPN. */
    public static final DnsSettings NONE = new DnsSettings(List.of(), List.of(), List.of());

    /** Copies its lists. */
    public DnsSettings {
        servers = List.copyOf(servers);
        searchDomains = List.copyOf(searchDomains);
        routingDomains = List.copyOf(routingDomains);
    }

    /** Whether there is nothing to set. */
    public boolean isEmpty() {
        return servers.isEmpty();
    }
}
