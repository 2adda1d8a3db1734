package org.culvert.protocol.session;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What becomes of a datagram: how long each copy takes, and how it arrives. */
@FunctionalInterface
interface Network {
    /** One copy that arrives. */
    record Copy(ByteBuffer octets, long delayNanos) {}

    /** The copies of {@code datagram} that arrive. */
    List<Copy> carry(byte[] datagram, boolean towardsServer);

    /** Everything arrives after 10 ms. */
    static Network good() {
        return (datagram, _) -> List.of(new Copy(ByteBuffer.wrap(datagram), 10_000_000L));
    }

    /**
     * Loses, doubles, delays (and so reorders), flips bits and cuts.
     *
     * @param loss of a hundred datagrams, this many
     * @param damage of a hundred datagrams, this many each are flipped, cut and doubled
     */
    static Network bad(Random random, int loss, int damage) {
        return (datagram, _) -> {
            int copies = random.nextInt(100) < loss ? 0 : random.nextInt(100) < damage ? 2 : 1;
            return IntStream.range(0, copies)
                    .mapToObj(_ -> damaged(datagram, random, damage))
                    .toList();
        };
    }

    private static long delay(Random random) {
        int millis = random.nextInt(10) == 0 ? random.nextInt(3000) : 5 + random.nextInt(60);
        return millis * 1_000_000L;
    }

    private static Copy damaged(byte[] datagram, Random random, int damage) {
        byte[] octets = datagram.clone();
        if (octets.length > 0 && random.nextInt(100) < damage) {
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
        boolean cut = random.nextInt(100) < damage;
        int length = cut ? random.nextInt(octets.length + 1) : octets.length;
        return new Copy(ByteBuffer.wrap(Arrays.copyOf(octets, length)), delay(random));
    }
}
