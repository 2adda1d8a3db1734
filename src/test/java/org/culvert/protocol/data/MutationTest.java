package org.culvert.protocol.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.culvert.protocol.wire.Digest;
import org.culvert.secret.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Nothing but what the key's holder sealed is ever opened (security R64, R79). */
class MutationTest {
    private static final int MUTATIONS = 250_000;
    private static final int AT = Sealer.HEAD_ROOM;
    private static final int LENGTH = 80;

    /** A format, its cipher, and how many octets of the header it leaves unprotected. */
    record Kind(DataCipher cipher, boolean epochs, int bare) {
        DataKeys keys(int seed) {
            DataFormat format =
                    epochs
                            ? new DataFormat.Epochs()
                            : cipher.aead()
                                    ? new DataFormat.Aead()
                                    : new DataFormat.CbcHmac(Digest.SHA256);
            Secret key = secret(seed, format.keyLength(cipher));
            Secret second = secret(seed + 1, format.secondLength());
            return new DataKeys(format, cipher, 1, 7, key, second, key, second);
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind(DataCipher.AES_256_GCM, false, 0),
                new Kind(DataCipher.CHACHA20_POLY1305, false, 0),
                new Kind(DataCipher.AES_128_GCM, true, 0),
                new Kind(DataCipher.AES_256_CBC, false, 4));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noMutationOfADatagramIsOpened(Kind kind) throws GeneralSecurityException {
        var random = new Random(9);
        var opener = new Opener(kind.keys(1), StubFraming.NONE);
        byte[][] models = {datagram(kind, 1), datagram(kind, 2), datagram(kind, 50)};
        byte[] room = new byte[2 * models[0].length + 64];
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] model = models[random.nextInt(models.length)];
            System.arraycopy(model, 0, room, 0, model.length);
            int length = mutate(room, model.length, models, random, kind.bare());
            if (!isModel(room, length, models, kind.bare())) {
                assertEquals(Opener.DROPPED, opener.open(room, 0, length), "mutation " + i);
            }
        }
        System.arraycopy(models[0], 0, room, 0, models[0].length);
        int opened = opener.open(room, 0, models[0].length);
        int from = opener.offset();
        assertArrayEquals(packet(), Arrays.copyOfRange(room, from, from + opened));
        assertNotEquals(Opener.DROPPED, opened);
    }

    private static boolean isModel(byte[] room, int length, byte[][] models, int bare) {
        return Arrays.stream(models)
                .anyMatch(m ->
                        m.length == length && Arrays.equals(room, bare, length, m, bare, length));
    }

    /** Flips, cuts, lengthens or splices; what the format leaves bare stays. */
    private static int mutate(byte[] room, int length, byte[][] models, Random random, int bare) {
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    int at = bare + random.nextInt(length - bare);
                    room[at] ^= (byte) (1 << random.nextInt(8));
                }
                return length;
            }
            case 1 -> {
                return 1 + random.nextInt(length - 1);
            }
            case 2 -> {
                int more = 1 + random.nextInt(32);
                for (int i = 0; i < more; i++) {
                    room[length + i] = (byte) random.nextInt();
                }
                return length + more;
            }
            default -> {
                byte[] other = models[random.nextInt(models.length)];
                int cut = bare + random.nextInt(length - bare);
                System.arraycopy(other, cut, room, cut, length - cut);
                return length;
            }
        }
    }

    private static byte[] datagram(Kind kind, int count) throws GeneralSecurityException {
        var sealer = new Sealer(kind.keys(1), StubFraming.NONE);
        byte[] datagram = {};
        for (int i = 0; i < count; i++) {
            byte[] buffer = new byte[AT + LENGTH + Sealer.TAIL_ROOM];
            System.arraycopy(packet(), 0, buffer, AT, LENGTH);
            int length = sealer.seal(buffer, AT, LENGTH);
            datagram = Arrays.copyOfRange(buffer, sealer.offset(), sealer.offset() + length);
        }
        return datagram;
    }

    private static byte[] packet() {
        byte[] packet = new byte[LENGTH];
        Arrays.fill(packet, (byte) 0x45);
        return packet;
    }

    private static Secret secret(long seed, int length) {
        byte[] octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return Secret.of(octets);
    }
}
