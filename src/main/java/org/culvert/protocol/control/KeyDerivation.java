package org.culvert.protocol.control;

import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.DataFormat;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.wire.SessionId;
import org.culvert.secret.Secret;

import java.util.Arrays;

/** From a session's secrets to the keys of its data channel (protocol 5). */
public final class KeyDerivation {
    /** Octets of key2: two directions of cipher and HMAC slots. */
    static final int KEY2 = 256;

    private static final int SLOT = 64;

    private KeyDerivation() {}

    /** Keys by the PRF, for servers that push no exporter flag. */
    public static DataKeys byPrf(
            KeySource client,
            KeySource server,
            SessionId clientId,
            SessionId serverId,
            Shape shape) {
        byte[] key2 = Prf.key2(client, server, clientId, serverId);
        try {
            return slice(key2, shape);
        } finally {
            Arrays.fill(key2, (byte) 0);
        }
    }

    /** Keys by the exporter, for servers that push {@code tls-ekm}. */
    public static DataKeys byExporter(Secret exported, Shape shape) {
        return exported.use(key2 -> slice(key2, shape));
    }

    /**
     * What the keys are for.
     *
     * @param format how its packets are laid out
     * @param peerId as pushed, -1 where none was
     * @param client whose side we are on
     */
    public record Shape(
            DataCipher cipher, DataFormat format, int keyId, int peerId, boolean client) {}

    private static DataKeys slice(byte[] key2, Shape shape) {
        int ours = shape.client() ? 0 : 2;
        int theirs = 2 - ours;
        int length = shape.format().keyLength(shape.cipher());
        int second = shape.format().secondLength();
        return new DataKeys(
                shape.format(),
                shape.cipher(),
                shape.keyId(),
                shape.peerId(),
                part(key2, ours, length),
                part(key2, ours + 1, second),
                part(key2, theirs, length),
                part(key2, theirs + 1, second));
    }

    private static Secret part(byte[] key2, int slot, int length) {
        return Secret.of(Arrays.copyOfRange(key2, slot * SLOT, slot * SLOT + length));
    }
}
