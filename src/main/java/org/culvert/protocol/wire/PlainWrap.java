package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.util.Optional;

/** No wrapping at all. */
public record PlainWrap() implements ControlWrap {
    @Override
    public ByteBuffer wrap(ControlPacket packet, int unixSeconds) {
        return ByteBuffer.wrap(packet.write());
    }

    @Override
    public Unwrapped unwrap(ByteBuffer packet, long nowNanos) {
        return ControlPacket.read(packet.slice())
                .<Unwrapped>map(Accepted::new)
                .orElse(new Refused(Reason.MALFORMED));
    }

    @Override
    public int overhead() {
        return 0;
    }

    @Override
    public Optional<Secret> staticKey() {
        return Optional.empty();
    }
}
