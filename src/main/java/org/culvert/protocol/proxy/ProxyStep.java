package org.culvert.protocol.proxy;

import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;

import java.nio.ByteBuffer;

/** What a proxy's conversation asks for next. */
public sealed interface ProxyStep {
    /** Send these octets to the proxy. */
    record Send(ByteBuffer octets) implements ProxyStep {}

    /** The way is open; what came already behind the answer belongs to the peer's stream. */
    record Opened(ByteBuffer leftover) implements ProxyStep {}

    /** Datagrams go to this relay while the conversation's connection stands. */
    record Relayed(Endpoint relay) implements ProxyStep {}

    /** Connect to the proxy anew and hold this conversation: it knows how to sign in now. */
    record ConnectAgain(ProxyTalk next) implements ProxyStep {}

    /** The proxy asks who we are, or has not taken what it was told. */
    record SignInNeeded(boolean rejected) implements ProxyStep {}

    /** The proxy does not let us through; a server's text, unescaped. */
    record Refused(Phrase reason) implements ProxyStep {}
}
