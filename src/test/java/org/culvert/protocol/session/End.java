package org.culvert.protocol.session;

import org.culvert.protocol.data.Opener;
import org.culvert.protocol.data.Sealer;
import org.culvert.protocol.wire.Opcode;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One end of a {@link Pair}: a session, and the keys that it has asked for. */
final class End {
    private static final int AT = Sealer.HEAD_ROOM;

    final Session session;
    final List<Effect> happened = new ArrayList<>();
    final List<byte[]> received = new ArrayList<>();
    final List<byte[]> toSend = new ArrayList<>();
    final Map<Integer, Opener> openers = new HashMap<>();
    private final Map<Integer, Sealer> sealers = new HashMap<>();
    private final boolean[] used = new boolean[8];
    int sealingWith = -1;
    boolean ended;

    End(Session session) {
        this.session = session;
    }

    /** Gives the session an event; what it sends stands in {@link #toSend}. */
    void on(Event event, long now) {
        session.on(event, now).forEach(this::perform);
    }

    private void perform(Effect effect) {
        if (ended) {
            throw new AssertionError("after its end: " + effect);
        }
        switch (effect) {
            case Effect.Send(ByteBuffer packet) -> {
                byte[] octets = new byte[packet.remaining()];
                packet.get(octets);
                toSend.add(octets);
                return;
            }
            case Effect.InstallKeys(var keys, var framing) -> {
                sealers.put(keys.keyId(), new Sealer(keys, framing));
                openers.put(keys.keyId(), new Opener(keys, framing));
                used[keys.keyId()] = false;
            }
            case Effect.SealWith(int keyId) -> sealingWith = keyId;
            case Effect.ForgetKeys(int keyId) -> {
                openers.remove(keyId);
                sealers.remove(keyId);
            }
            case Effect.Closed _,
                    Effect.SentAway _,
                    Effect.ClosedOnRequest _,
                    Effect.Challenged _,
                    Effect.PeerLeft _ ->
                    ended = true;
            default -> {}
        }
        happened.add(effect);
    }

    /** A datagram of the link. */
    void datagram(byte[] octets, long now) {
        if (octets.length > 0 && Opcode.isData(octets[0])) {
            data(octets, now);
        } else {
            on(new Event.Received(ByteBuffer.wrap(octets)), now);
        }
    }

    private void data(byte[] octets, long now) {
        int keyId = octets[0] & 7;
        Opener opener = openers.get(keyId);
        if (opener == null) {
            return;
        }
        byte[] room = Arrays.copyOf(octets, octets.length + Opener.TAIL_ROOM);
        int length = opener.open(room, 0, octets.length);
        if (length != Opener.DROPPED) {
            int from = opener.offset();
            received.add(Arrays.copyOfRange(room, from, from + length));
            if (!used[keyId]) {
                used[keyId] = true;
                on(new Event.PeerUsesKey(keyId), now);
            }
        }
    }

    /** A sealed datagram with this packet; empty where no key is there yet. */
    byte[] seal(byte[] packet) {
        Sealer sealer = sealers.get(sealingWith);
        if (sealer == null) {
            return new byte[0];
        }
        byte[] room = new byte[AT + packet.length + Sealer.TAIL_ROOM];
        System.arraycopy(packet, 0, room, AT, packet.length);
        try {
            int length = sealer.seal(room, AT, packet.length);
            return Arrays.copyOfRange(room, sealer.offset(), sealer.offset() + length);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    boolean up() {
        return sealingWith >= 0 && !ended;
    }

    <T extends Effect> List<T> all(Class<T> kind) {
        return happened.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Effect last() {
        return happened.getLast();
    }
}
