package org.culvert.protocol.proxy;

import java.nio.ByteBuffer;
import java.util.Optional;

/** One conversation with a proxy. */
public sealed interface ProxyTalk permits HttpConnect, Socks5 {
    /** The first word. */
    ProxyStep start();

    /** Octets of the proxy; empty while its answer is not whole. */
    Optional<ProxyStep> receive(ByteBuffer octets);
}
