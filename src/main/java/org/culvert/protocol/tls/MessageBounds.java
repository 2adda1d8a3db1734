package org.culvert.protocol.tls;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;

import java.nio.ByteBuffer;

/**
 * Looks at a handshake message before the library parses it. The library makes room for 16 MB on
 * the word of three octets inside a message, long before the peer is known; so every such length
 * must first be shown to fit into the octets that really came.
 */
final class MessageBounds {
    /** More than any chain that we would accept (OpenSSL stops at 100 kB). */
    static final int LONGEST_MESSAGE = 128 * 1024;

    private static final int LENGTH_24 = 3;
    private static final int LENGTH_16 = 2;

    private MessageBounds() {}

    /** Throws the alert for a message that we never asked for or whose lengths lie. */
    static void check(short type, HandshakeMessageInput message, TlsContext context)
            throws TlsFatalAlert {
        switch (type) {
            case HandshakeType.certificate -> {
                ProtocolVersion version = context.getServerVersion();
                if (version == null || !fits(body(message), TlsUtils.isTLSv13(version))) {
                    throw new TlsFatalAlert(
                            AlertDescription.decode_error,
                            "a certificate too early or longer than its message");
                }
            }
            case HandshakeType.hello_request,
                    HandshakeType.client_hello,
                    HandshakeType.server_hello,
                    HandshakeType.new_session_ticket,
                    HandshakeType.encrypted_extensions,
                    HandshakeType.server_key_exchange,
                    HandshakeType.certificate_request,
                    HandshakeType.server_hello_done,
                    HandshakeType.certificate_verify,
                    HandshakeType.client_key_exchange,
                    HandshakeType.finished,
                    HandshakeType.key_update -> {}
            default ->
                    throw new TlsFatalAlert(
                            AlertDescription.unexpected_message, "a message we never asked for");
        }
    }

    /** Whether a Certificate message (RFC 5246 7.4.2, RFC 8446 4.4.2) holds what it announces. */
    static boolean fits(ByteBuffer body, boolean v13) {
        if (v13 && (!body.hasRemaining() || !skip(body, body.get() & 0xff))) {
            return false;
        }
        if (body.remaining() < LENGTH_24 || length24(body) != body.remaining()) {
            return false;
        }
        while (body.hasRemaining()) {
            if (body.remaining() < LENGTH_24 || !skip(body, length24(body))) {
                return false;
            }
            if (v13 && (body.remaining() < LENGTH_16 || !skip(body, body.getShort() & 0xffff))) {
                return false;
            }
        }
        return true;
    }

    private static int length24(ByteBuffer body) {
        return (body.get() & 0xff) << 16 | (body.getShort() & 0xffff);
    }

    private static boolean skip(ByteBuffer body, int length) {
        if (length > body.remaining()) {
            return false;
        }
        body.position(body.position() + length);
        return true;
    }

    /** What is left to read of {@code message}, which is put back to where it stood. */
    private static ByteBuffer body(HandshakeMessageInput message) {
        byte[] rest = message.readAllBytes();
        message.reset();
        int header = message.available() - rest.length;
        if (message.skip(header) != header) {
            throw new IllegalStateException("the message's start is out of reach");
        }
        return ByteBuffer.wrap(rest);
    }
}
