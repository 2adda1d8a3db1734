package org.culvert.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages profiles, the same way for the same number. */
record Mutation(List<byte[]> originals, List<byte[]> words) {
    private static final int LARGEST = 16 << 10;

    /** The {@code number}th damaged profile. */
    byte[] of(long number) {
        var random = new SplittableRandom(number);
        byte[] octets = any(originals, random);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            octets = changed(octets, random);
        }
        return octets.length > LARGEST ? Arrays.copyOf(octets, LARGEST) : octets;
    }

    private byte[] changed(byte[] octets, SplittableRandom random) {
        int at = random.nextInt(octets.length + 1);
        int to = Math.min(octets.length, at + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(octets, random);
            case 1 -> joined(octets, 0, at, new byte[0], octets, to);
            case 2 -> joined(octets, 0, at, Arrays.copyOfRange(octets, at, to), octets, at);
            case 3 -> joined(octets, 0, at, any(words, random), octets, at);
            case 4 -> joined(octets, 0, at, any(words, random), octets, to);
            case 5 -> spliced(octets, at, any(originals, random), random);
            default -> Arrays.copyOf(octets, at);
        };
    }

    private static byte[] flipped(byte[] octets, SplittableRandom random) {
        byte[] copy = octets.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] spliced(byte[] octets, int at, byte[] other, SplittableRandom random) {
        return joined(octets, 0, at, new byte[0], other, random.nextInt(other.length + 1));
    }

    private static byte[] joined(
            byte[] first, int from, int to, byte[] middle, byte[] last, int lastFrom) {
        byte[] whole = new byte[to - from + middle.length + last.length - lastFrom];
        System.arraycopy(first, from, whole, 0, to - from);
        System.arraycopy(middle, 0, whole, to - from, middle.length);
        System.arraycopy(last, lastFrom, whole, to - from + middle.length, last.length - lastFrom);
        return whole;
    }

    private static byte[] any(List<byte[]> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    /** What hurts readers of profiles, and the name of every option. */
    static List<byte[]> dictionary() {
        var signs =
                List.of(
                        "\"",
                        "'",
                        "\\",
                        "#",
                        ";",
                        "<",
                        ">",
                        "</",
                        "--",
                        "\0",
                        "\r",
                        "\n",
                        "\u00a0",
                        "\ufeff",
                        "<ca>",
                        "</ca>",
                        "<connection>\n",
                        "</connection>\n",
                        "[inline]",
                        "-----BEGIN CERTIFICATE-----\n",
                        "-----END CERTIFICATE-----",
                        " 65536 ",
                        " -1 ",
                        " 99999999999 ",
                        ":",
                        "%s",
                        "{0}",
                        "'{",
                        "setenv opt ",
                        "\u202e",
                        "remote [::1",
                        "\ud83d\ude80",
                        "route 0.0.0.0 0.0.0.0\n");
        return java.util.stream.Stream.concat(
                        signs.stream(), OptionTable.names().sorted().map(name -> name + " "))
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
