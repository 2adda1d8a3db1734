package org.culvert.protocol.control;

import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first message inside TLS (protocol 4.3; C: {@code key_method_2_write}). It travels as one TLS
 * record.
 *
 * @param source the sender's randomness
 * @param options the options string, only compared
 * @param credentials user name and password of a client
 * @param peerInfo lines of a client
 */
public record KeyMethod2(
        KeySource source,
        String options,
        Optional<Answer.Credentials> credentials,
        String peerInfo) {
    private static final int METHOD = 2;
    private static final int LONGEST = 2048;

    /** The octets of a client's message. */
    public byte[] writeClient() {
        return write(true);
    }

    /** The octets of a server's message. */
    public byte[] writeServer() {
        return write(false);
    }

    /** A server's message; empty if the octets are none. Whatever follows the options may lack. */
    public static Optional<KeyMethod2> readServer(ByteBuffer in) {
        return read(in, false);
    }

    /** A client's message; empty if the octets are none. */
    public static Optional<KeyMethod2> readClient(ByteBuffer in) {
        return read(in, true);
    }

    private byte[] write(boolean client) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0, 0, METHOD});
        if (client) {
            put(out, source.preMaster());
        }
        put(out, source.random1());
        put(out, source.random2());
        putString(out, options.getBytes(StandardCharsets.UTF_8));
        if (credentials.isPresent()) {
            putString(out, credentials.get().userName().getBytes(StandardCharsets.UTF_8));
            byte[] password = credentials.get().password().copy();
            putString(out, password);
            Arrays.fill(password, (byte) 0);
        } else {
            putAbsent(out);
            putAbsent(out);
        }
        if (peerInfo.isEmpty()) {
            putAbsent(out);
        } else {
            putString(out, peerInfo.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, Secret secret) {
        byte[] octets = secret.copy();
        out.writeBytes(octets);
        Arrays.fill(octets, (byte) 0);
    }

    private static void putString(ByteArrayOutputStream out, byte[] text) {
        int length = text.length + 1;
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(text);
        out.write(0);
    }

    private static void putAbsent(ByteArrayOutputStream out) {
        out.write(0);
        out.write(0);
    }

    private static Optional<KeyMethod2> read(ByteBuffer in, boolean client) {
        if (in.remaining() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (in.getInt() != 0 || (in.get() & 0xf) != METHOD) {
                return Optional.empty();
            }
            byte[] random = new byte[(client ? KeySource.PRE_MASTER : 0) + 2 * KeySource.RANDOM];
            in.get(random);
            var source = client ? KeySource.ofClient(random) : KeySource.ofServer(random);
            String options = text(in);
            Optional<Answer.Credentials> credentials = Optional.empty();
            String user = in.hasRemaining() ? text(in) : "";
            String password = in.hasRemaining() ? text(in) : "";
            if (!user.isEmpty() || !password.isEmpty()) {
                credentials =
                        Optional.of(
                                new Answer.Credentials(
                                        user, Secret.ofUtf8(password), Optional.empty()));
            }
            String peerInfo = in.hasRemaining() ? text(in) : "";
            return Optional.of(new KeyMethod2(source, options, credentials, peerInfo));
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer in) {
        byte[] octets = new byte[in.getShort() & 0xffff];
        in.get(octets);
        int length = octets.length > 0 ? octets.length - 1 : 0;
        return new String(octets, 0, length, StandardCharsets.UTF_8);
    }
}
