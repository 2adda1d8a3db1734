package org.culvert.protocol.data;

import org.culvert.protocol.wire.Digest;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** A data packet seen between two real peers, with its key. */
record LivePacket(
        String format, String cipher, String key, String second, String packet, String plain) {
    /** The packets of {@code live.txt}. */
    static List<LivePacket> all() throws IOException {
        try (var in = LivePacket.class.getResourceAsStream("live.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(w -> new LivePacket(w[0], w[1], w[2], w[3], w[4], w[5]))
                    .toList();
        }
    }

    /** Keys that open it. */
    DataKeys keys() {
        DataCipher kind = DataCipher.named(cipher).orElseThrow();
        var hex = HexFormat.of();
        var opening = Secret.of(hex.parseHex(key));
        var other = second.equals("-") ? Secret.of(new byte[0]) : Secret.of(hex.parseHex(second));
        DataFormat how =
                switch (format) {
                    case "aead" -> new DataFormat.Aead();
                    case "cbc" -> new DataFormat.CbcHmac(Digest.SHA256);
                    default -> new DataFormat.Epochs();
                };
        return new DataKeys(how, kind, 0, 0, opening, other, opening, other);
    }

    @Override
    public String toString() {
        return format + " " + cipher;
    }
}
