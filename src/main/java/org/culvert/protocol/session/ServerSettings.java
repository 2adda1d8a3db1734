package org.culvert.protocol.session;

import org.culvert.protocol.wire.Digest;

import java.util.List;

/**
 * What a server's session needs to know, besides its keys.
 *
 * @param introduction our options string
 * @param ciphers OpenVPN names that we accept, the best first
 * @param digest of data packets under old ciphers
 * @param pace our times
 */
public record ServerSettings(
        Introduction introduction, List<String> ciphers, Digest digest, Pace pace) {
    /** Copies its list. */
    public ServerSettings {
        ciphers = List.copyOf(ciphers);
    }
}
