package org.culvert.protocol.control;

import org.culvert.protocol.wire.SessionId;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The TLS 1.0 PRF and the key expansion made of it (protocol 5.2; C: {@code openvpn_PRF}). */
final class Prf {
    private static final int MASTER = 48;

    private Prf() {}

    /** P_MD5 of the first half of {@code secret} XOR P_SHA1 of the second. */
    static byte[] tls1(byte[] secret, byte[] seed, int length) {
        int half = (secret.length + 1) / 2;
        byte[] first = Arrays.copyOf(secret, half);
        byte[] second = Arrays.copyOfRange(secret, secret.length - half, secret.length);
        byte[] out = expand("HmacMD5", first, seed, length);
        byte[] other = expand("HmacSHA1", second, seed, length);
        for (int i = 0; i < length; i++) {
            out[i] ^= other[i];
        }
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
        Arrays.fill(other, (byte) 0);
        return out;
    }

    /** The 256 octets of key2 from both sides' randomness and session ids. */
    static byte[] key2(KeySource client, KeySource server, SessionId clientId, SessionId serverId) {
        byte[] preMaster = client.preMaster().copy();
        byte[] master =
                tls1(
                        preMaster,
                        seed(
                                "OpenVPN master secret",
                                client.random1().copy(),
                                server.random1().copy()),
                        MASTER);
        byte[] key2 =
                tls1(
                        master,
                        seed(
                                "OpenVPN key expansion",
                                client.random2().copy(),
                                server.random2().copy(),
                                octets(clientId),
                                octets(serverId)),
                        KeyDerivation.KEY2);
        Arrays.fill(preMaster, (byte) 0);
        Arrays.fill(master, (byte) 0);
        return key2;
    }

    private static byte[] octets(SessionId id) {
        return java.nio.ByteBuffer.allocate(SessionId.LENGTH).putLong(id.value()).array();
    }

    private static byte[] seed(String label, byte[]... parts) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] expand(String algorithm, byte[] secret, byte[] seed, int length) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm));
            byte[] out = new byte[length];
            byte[] chain = seed;
            for (int at = 0; at < length; at += mac.getMacLength()) {
                chain = mac.doFinal(chain);
                mac.update(chain);
                byte[] block = mac.doFinal(seed);
                System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
            }
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }
}
