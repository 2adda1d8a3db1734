package org.culvert.packet;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions for addresses and their answers (RFC 1035, RFC 3596). */
public final class DnsMessage {
    /** Type of an IPv4 address. */
    public static final int A = 1;

    /** Type of an IPv6 address. */
    public static final int AAAA = 28;

    private static final int IN = 1;
    private static final int MOST_ANSWERS = 64;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private DnsMessage() {}

    /** A recursive question for {@code host}; empty if the name cannot be one. */
    public static Optional<byte[]> question(int id, String host, int type) {
        if (host.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ByteBuffer.allocate(12)
                        .putShort((short) id)
                        .putShort((short) 0x0100)
                        .putShort((short) 1)
                        .array());
        for (String label : host.split("\\.", -1)) {
            byte[] octets = label.getBytes(StandardCharsets.US_ASCII);
            if (octets.length == 0 || octets.length > LONGEST_LABEL) {
                return Optional.empty();
            }
            out.write(octets.length);
            out.writeBytes(octets);
        }
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(4).putShort((short) type).putShort((short) IN).array());
        return Optional.of(out.toByteArray());
    }

    /**
     * The addresses (4 or 16 octets each) of an answer to question {@code id}; empty if the octets
     * are not that answer. An answer without addresses is an empty list.
     */
    public static Optional<List<byte[]>> addresses(ByteBuffer in, int id, int type) {
        try {
            boolean ours = (in.getShort() & 0xffff) == id;
            int flags = in.getShort();
            int questions = in.getShort();
            int answers = Math.min(in.getShort() & 0xffff, MOST_ANSWERS);
            in.getInt();
            if (!ours || flags >= 0) {
                return Optional.empty();
            }
            for (int i = 0; i < questions; i++) {
                skipName(in);
                in.getInt();
            }
            var found = new ArrayList<byte[]>();
            for (int i = 0; i < answers; i++) {
                readRecord(in, type, found);
            }
            return Optional.of(found);
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void readRecord(ByteBuffer in, int type, List<byte[]> found) {
        skipName(in);
        int itsType = in.getShort();
        in.getShort();
        in.getInt();
        byte[] data = new byte[in.getShort() & 0xffff];
        in.get(data);
        if (itsType == type && data.length == (type == A ? 4 : 16)) {
            found.add(data);
        }
    }

    private static void skipName(ByteBuffer in) {
        for (int length = in.get() & 0xff; length != 0; length = in.get() & 0xff) {
            if (length >= 0xc0) {
                in.get();
                return;
            }
            in.position(in.position() + length);
        }
    }
}
