package org.culvert.protocol.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a server asks for in the payload of its reset, before TLS (protocol 2.6; C: {@code
 * parse_early_negotiation_tlvs}).
 *
 * @param resendKey whether the wrapped client key must come again with packet 1
 */
public record EarlyNegotiation(boolean resendKey) {
    private static final int FLAGS = 1;
    private static final int RESEND_KEY = 1;

    /** What the list of type, length, value says; empty if it is malformed. */
    public static Optional<EarlyNegotiation> read(ByteBuffer payload) {
        ByteBuffer in = payload.slice();
        boolean resend = false;
        try {
            while (in.hasRemaining()) {
                int type = in.getShort() & 0xffff;
                int length = in.getShort() & 0xffff;
                if (type == FLAGS) {
                    if (length != Short.BYTES) {
                        return Optional.empty();
                    }
                    resend |= (in.getShort() & RESEND_KEY) != 0;
                } else {
                    in.get(new byte[Math.min(length, in.remaining() + 1)]);
                }
            }
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
        return Optional.of(new EarlyNegotiation(resend));
    }
}
