package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalInt;

import javax.crypto.Mac;

/**
 * tls-auth: an HMAC over every control packet (protocol 3.3; C: {@code swap_hmac}).
 *
 * <pre>
 *   on the wire:  first 1 | session 8 | HMAC h | counter 4 | time 4 | rest
 *   under HMAC:   counter 4 | time 4 | first 1 | session 8 | rest
 * </pre>
 */
public final class TlsAuth implements ControlWrap {
    private final Secret key;
    private final Mac sending;
    private final Mac receiving;
    private final int length;
    private final ReplayCounter counter = new ReplayCounter();
    private final ReplayCheck check = new ReplayCheck();

    /** {@code direction} 0 or 1 as the profile says it; empty: one key both ways. */
    public TlsAuth(Secret key, OptionalInt direction, Digest digest) {
        this.key = key;
        int ours = direction.orElse(0);
        int theirs = direction.isPresent() ? 1 - ours : 0;
        this.length = digest.length();
        this.sending = StaticKey.hmac(key, ours, length, digest::hmac);
        this.receiving = StaticKey.hmac(key, theirs, length, digest::hmac);
    }

    @Override
    public ByteBuffer wrap(ControlPacket packet, int unixSeconds) {
        byte[] plain = packet.write();
        var out = ByteBuffer.allocate(plain.length + overhead());
        out.put(plain, 0, ControlPacket.HEAD).position(ControlPacket.HEAD + length);
        out.putLong(counter.next(unixSeconds));
        out.put(plain, ControlPacket.HEAD, plain.length - ControlPacket.HEAD).flip();
        out.put(ControlPacket.HEAD, hmac(sending, out));
        return out;
    }

    @Override
    public Unwrapped unwrap(ByteBuffer packet, long nowNanos) {
        ByteBuffer in = packet.slice();
        if (in.remaining() < ControlPacket.HEAD + overhead() + 1) {
            return new Refused(Reason.MALFORMED);
        }
        byte[] claimed = new byte[length];
        in.get(ControlPacket.HEAD, claimed);
        if (!MessageDigest.isEqual(claimed, hmac(receiving, in))) {
            return new Refused(Reason.FORGED);
        }
        if (!check.accept(in.getLong(ControlPacket.HEAD + length), nowNanos)) {
            return new Refused(Reason.REPLAYED);
        }
        int rest = ControlPacket.HEAD + overhead();
        var plain = ByteBuffer.allocate(in.remaining() - overhead());
        plain.put(in.slice(0, ControlPacket.HEAD));
        plain.put(in.slice(rest, in.remaining() - rest)).flip();
        return new PlainWrap().unwrap(plain, nowNanos);
    }

    @Override
    public int overhead() {
        return length + ReplayCounter.LENGTH;
    }

    @Override
    public Optional<Secret> staticKey() {
        return Optional.of(key);
    }

    private byte[] hmac(Mac mac, ByteBuffer packet) {
        int replayId = ControlPacket.HEAD + length;
        int rest = replayId + ReplayCounter.LENGTH;
        mac.update(packet.slice(replayId, ReplayCounter.LENGTH));
        mac.update(packet.slice(0, ControlPacket.HEAD));
        mac.update(packet.slice(rest, packet.limit() - rest));
        return mac.doFinal();
    }
}
