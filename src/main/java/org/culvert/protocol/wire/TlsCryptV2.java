package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * tls-crypt-v2 of a client: tls-crypt with a key of its own, which travels sealed for the server,
 * behind the first packets and outside their tag (protocol 3.5; C: {@code
 * tls_crypt_v2_wrap_client_key}).
 */
public final class TlsCryptV2 implements ControlWrap {
    private final TlsCrypt crypt;
    private final Secret wrapped;

    /** {@code key} of 256 octets, and the same key as only the server can read it. */
    public TlsCryptV2(Secret key, Secret wrapped) {
        this.crypt = new TlsCrypt(key, true, ReplayCounter.early());
        this.wrapped = wrapped;
    }

    @Override
    public ByteBuffer wrap(ControlPacket packet, int unixSeconds) {
        ByteBuffer plain = crypt.wrap(packet, unixSeconds);
        return packet.opcode().carriesKey() ? withKey(plain) : plain;
    }

    private ByteBuffer withKey(ByteBuffer packet) {
        return wrapped.use(key ->
                ByteBuffer.allocate(packet.remaining() + key.length).put(packet).put(key).flip());
    }

    @Override
    public Unwrapped unwrap(ByteBuffer packet, long nowNanos) {
        return crypt.unwrap(packet, nowNanos);
    }

    @Override
    public int overhead() {
        return crypt.overhead();
    }

    @Override
    public Optional<Secret> staticKey() {
        return crypt.staticKey();
    }

    @Override
    public int wrappedKeyLength() {
        return wrapped.length();
    }
}
