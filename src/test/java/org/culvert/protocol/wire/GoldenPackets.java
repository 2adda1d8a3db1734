package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** The packets of {@code packets.txt}, and the wrapping of the side that received each. */
final class GoldenPackets {
    private GoldenPackets() {}

    record Golden(String name, String wrapping, String key, boolean fromClient, String hex) {
        byte[] octets() {
            return HexFormat.of().parseHex(hex);
        }

        ByteBuffer packet() {
            return ByteBuffer.wrap(octets());
        }

        /** The wrapping of the receiver, fresh. */
        ControlWrap receiver() {
            return wrap(!fromClient);
        }

        /** The wrapping of the sender, fresh. */
        ControlWrap sender() {
            return wrap(fromClient);
        }

        private ControlWrap wrap(boolean client) {
            if (wrapping.equals("plain")) {
                return new PlainWrap();
            }
            Secret secret = Secret.of(HexFormat.of().parseHex(key));
            if (wrapping.equals("crypt")) {
                return new TlsCrypt(secret, client);
            }
            String[] parts = wrapping.split("-", -1);
            Digest digest = Digest.named(parts[1]).orElseThrow();
            OptionalInt direction =
                    parts[2].equals("none") ? OptionalInt.empty() : OptionalInt.of(client ? 1 : 0);
            return new TlsAuth(secret, direction, digest);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Golden> all() throws IOException {
        var stream = GoldenPackets.class.getResourceAsStream("packets.txt");
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(w -> new Golden(w[0], w[1], w[2], w[3].equals("client"), w[4]))
                    .toList();
        }
    }
}
