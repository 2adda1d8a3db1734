package org.culvert.protocol.session;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.protocol.control.PullPolicy;
import org.culvert.protocol.wire.Digest;

/**
 * What a client's session needs to know, besides its keys.
 *
 * @param remote the server, for failures
 * @param transport UDP or TCP
 * @param extraKey whether control packets are wrapped
 * @param introduction what we say of ourselves
 * @param policy what of the server's settings is taken
 * @param digest of data packets under old ciphers
 * @param connectTimeoutSeconds first octet within this
 * @param pace the other times
 */
public record SessionSettings(
        Endpoint remote,
        Transport transport,
        boolean extraKey,
        Introduction introduction,
        PullPolicy policy,
        Digest digest,
        int connectTimeoutSeconds,
        Pace pace) {}
