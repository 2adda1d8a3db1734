package org.culvert.protocol.session;

import java.util.List;

/**
 * What a server's session needs to know, besides its keys.
 *
 * @param introduction our options string
 * @param ciphers OpenVPN names that we accept, the best first
 * @param pace our times
 */
public record ServerSettings(Introduction introduction, List<String> ciphers, Pace pace) {
    /** Copies its list. */
    public ServerSettings {
        ciphers = List.copyOf(ciphers);
    }
}
