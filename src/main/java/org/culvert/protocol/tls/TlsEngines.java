package org.culvert.protocol.tls;

/** Makes a fresh engine for each key id: every negotiation is a handshake of its own. */
@FunctionalInterface
public interface TlsEngines {
    /**
     * A new engine for one negotiation.
     *
     * @param nowMillis wall clock, milliseconds since 1970, for the dates of certificates
     */
    TlsEngine create(long nowMillis);
}
