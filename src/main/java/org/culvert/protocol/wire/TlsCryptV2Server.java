package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * tls-crypt-v2 of a server: learns the client's key from the client's first packet (protocol 3.5;
 * C: {@code tls_crypt_v2_extract_client_key}). One object a client.
 */
public final class TlsCryptV2Server implements ControlWrap {
    private static final int LENGTH = 2;

    private final Secret serverKey;
    private Optional<TlsCrypt> crypt = Optional.empty();

    /** {@code serverKey}: the 128 octets that open all clients' keys. */
    public TlsCryptV2Server(Secret serverKey) {
        this.serverKey = serverKey;
    }

    @Override
    public ByteBuffer wrap(ControlPacket packet, int unixSeconds) {
        return crypt.orElseThrow().wrap(packet, unixSeconds);
    }

    @Override
    public Unwrapped unwrap(ByteBuffer packet, long nowNanos) {
        ByteBuffer in = packet.slice();
        boolean carriesKey =
                in.hasRemaining() && Opcode.of(in.get(0)).filter(Opcode::carriesKey).isPresent();
        if (!carriesKey) {
            return crypt.<Unwrapped>map(known -> known.unwrap(in, nowNanos))
                    .orElse(new Refused(Reason.FORGED));
        }
        int length = in.limit() < LENGTH ? 0 : in.getShort(in.limit() - LENGTH) & 0xffff;
        if (length < LENGTH || length > in.limit()) {
            return new Refused(Reason.MALFORMED);
        }
        int cut = in.limit() - length;
        return unwrap(in.slice(0, cut), in.slice(cut, length), nowNanos);
    }

    /** A key is believed once a packet under it has passed. */
    private Unwrapped unwrap(ByteBuffer packet, ByteBuffer wrapped, long nowNanos) {
        if (crypt.isPresent()) {
            return crypt.get().unwrap(packet, nowNanos);
        }
        Optional<TlsCrypt> claimed =
                WrappedKey.open(serverKey, wrapped).map(key -> new TlsCrypt(key.key(), false));
        if (claimed.isEmpty()) {
            return new Refused(Reason.FORGED);
        }
        Unwrapped result = claimed.get().unwrap(packet, nowNanos);
        if (result instanceof Accepted) {
            crypt = claimed;
        }
        return result;
    }

    @Override
    public int overhead() {
        return ReplayCounter.LENGTH + TlsCrypt.TAG;
    }

    @Override
    public Optional<Secret> staticKey() {
        return crypt.flatMap(TlsCrypt::staticKey);
    }
}
