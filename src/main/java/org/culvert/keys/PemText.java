package org.culvert.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The armoured blocks of a PEM text; kinder than the standard to indented lines, foreign line ends,
 * a byte order mark and words between the blocks.
 */
final class PemText {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final List<String> KINDS = List.of("CERTIFICATE", "PRIVATE KEY", "X509 CRL");

    /** What stands between one pair of dashed lines. One thread only. */
    static final class Block implements AutoCloseable {
        private final String label;
        private final String encryption;
        private final byte[] der;

        private Block(String label, String encryption, byte[] der) {
            this.label = label;
            this.encryption = encryption;
            this.der = der;
        }

        /** The words after BEGIN, for instance {@code CERTIFICATE}. */
        String label() {
            return label;
        }

        /** The old form's {@code DEK-Info}: cipher, comma, salt in hex; empty for a plain block. */
        String encryption() {
            return encryption;
        }

        /** The octets themselves, not a copy; they are wiped by {@link #close}. */
        byte[] der() {
            return der;
        }

        /** Wipes the octets. */
        @Override
        public void close() {
            Arrays.fill(der, (byte) 0);
        }
    }

    private PemText() {}

    /** All certificates, keys and CRLs in order; empty if one has no end or is not base64. */
    static Optional<List<Block>> read(String text) {
        var blocks = new ArrayList<Block>();
        List<String> lines = text.lines().map(line -> line.replace("\ufeff", "").strip()).toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.startsWith(BEGIN) || !line.endsWith(DASHES)) {
                continue;
            }
            String label = line.substring(BEGIN.length(), line.length() - DASHES.length());
            if (KINDS.stream().noneMatch(label::endsWith)) {
                continue;
            }
            int end = lines.subList(at, lines.size()).indexOf(END + label + DASHES) + at;
            Optional<Block> block =
                    end > at ? block(label, lines.subList(at + 1, end)) : Optional.empty();
            if (block.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(block.get());
            at = end;
        }
        return Optional.of(blocks);
    }

    /** Headers have a colon and end with an empty line; base64 has no colon. */
    private static Optional<Block> block(String label, List<String> lines) {
        var base64 = new StringBuilder();
        String encryption = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                base64.append(line);
            } else if (line.substring(0, colon).toLowerCase(Locale.ROOT).equals("dek-info")) {
                encryption = line.substring(colon + 1).strip();
            }
        }
        try {
            byte[] der = Base64.getDecoder().decode(base64.toString());
            return Optional.of(new Block(label, encryption, der));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
