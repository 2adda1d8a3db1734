package org.culvert.protocol.session;

import java.util.List;

/**
 * What a server gives a client that it lets in.
 *
 * @param options to push, besides peer id, cipher and protocol flags
 * @param peerId 24 bits, by which the client's data packets are known
 */
public record Grant(List<String> options, int peerId) {
    /** Copies its list; refuses a peer id that does not fit. */
    public Grant {
        options = List.copyOf(options);
        if (peerId < 0 || peerId > 0xff_ffff) {
            throw new IllegalArgumentException("peer id " + peerId);
        }
    }
}
