package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.protocol.tls.Exporter;
import org.culvert.protocol.tls.TlsEngine;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.tls.TlsFacts;
import org.culvert.protocol.tls.TlsOutput;
import org.culvert.secret.Secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * The shape of a TLS handshake without its mathematics: hello, a long flight, a finish; records
 * with a checksum, so that a changed octet is seen as real TLS would see it.
 */
public final class ScriptedTls implements TlsEngine {
    private static final int HEADER = 7;
    private static final byte HELLO = 1;
    private static final byte FLIGHT = 2;
    private static final byte FINISH = 3;
    private static final byte DATA = 4;
    private static final byte ALERT = 5;
    private static final int RANDOM = 32;

    private final boolean client;
    private final byte[] ours = new byte[RANDOM];
    private final int flight;
    private byte[] theirs = new byte[0];
    private byte[] pending = new byte[0];
    private boolean established;
    private boolean failed;

    private ScriptedTls(boolean client, long seed, int flight) {
        this.client = client;
        this.flight = flight;
        new Random(seed).nextBytes(ours);
    }

    /** Engines whose side sends a first flight of this many octets. */
    public static TlsEngines engines(boolean client, long seed, int flight) {
        var seeds = new Random(seed);
        return _ -> new ScriptedTls(client, seeds.nextLong(), flight);
    }

    @Override
    public List<TlsOutput> start() {
        return client ? List.of(record(HELLO, opening())) : List.of();
    }

    @Override
    public List<TlsOutput> receive(byte[] octets) {
        var outputs = new ArrayList<TlsOutput>();
        pending = join(pending, octets);
        while (!failed && pending.length >= HEADER && pending.length >= HEADER + length()) {
            byte[] record = Arrays.copyOf(pending, HEADER + length());
            pending = Arrays.copyOfRange(pending, record.length, pending.length);
            take(record, outputs);
        }
        return outputs;
    }

    @Override
    public List<TlsOutput> send(byte[] plaintext) {
        if (!established) {
            throw new IllegalStateException("the handshake is not done");
        }
        return failed ? List.of() : List.of(record(DATA, plaintext));
    }

    @Override
    public Secret export(Exporter which) {
        var octets = new ByteArrayOutputStream();
        for (int i = 0; i < Exporter.LENGTH / RANDOM; i++) {
            byte[] first = client ? ours : theirs;
            octets.writeBytes(hash(join(first, client ? theirs : ours), which, i));
        }
        return Secret.of(octets.toByteArray());
    }

    @Override
    public void close() {
        failed = true;
    }

    private int length() {
        return (pending[1] & 0xff) << 8 | (pending[2] & 0xff);
    }

    private void take(byte[] record, List<TlsOutput> outputs) {
        byte[] body = Arrays.copyOfRange(record, HEADER, record.length);
        boolean intact = ByteBuffer.wrap(record).getInt(3) == checksum(record[0], body);
        byte type = intact ? record[0] : 0;
        if (type == HELLO && !client && theirs.length == 0) {
            theirs = Arrays.copyOf(body, RANDOM);
            outputs.add(record(FLIGHT, opening()));
        } else if (type == FLIGHT && client && theirs.length == 0) {
            theirs = Arrays.copyOf(body, RANDOM);
            outputs.add(record(FINISH, new byte[40]));
            establish(outputs);
        } else if (type == FINISH && !client && theirs.length > 0) {
            establish(outputs);
        } else if (type == DATA && established) {
            outputs.add(new TlsOutput.Plaintext(ByteBuffer.wrap(body)));
        } else {
            fail(type, outputs);
        }
    }

    private void establish(List<TlsOutput> outputs) {
        established = true;
        outputs.add(new TlsOutput.Established(new TlsFacts("TLSv1.3", "scripted", "none")));
    }

    private void fail(byte type, List<TlsOutput> outputs) {
        failed = true;
        if (type != ALERT) {
            outputs.add(record(ALERT, new byte[2]));
        }
        outputs.add(
                new TlsOutput.Failed(new Failure.HandshakeFailed(Phrase.said("record " + type))));
    }

    private byte[] opening() {
        return Arrays.copyOf(ours, RANDOM + flight);
    }

    private static TlsOutput.Octets record(byte type, byte[] body) {
        var out = ByteBuffer.allocate(HEADER + body.length);
        out.put(type).putShort((short) body.length).putInt(checksum(type, body)).put(body).flip();
        return new TlsOutput.Octets(out);
    }

    private static int checksum(byte type, byte[] body) {
        var crc = new CRC32();
        crc.update(type);
        crc.update(body);
        return (int) crc.getValue();
    }

    private static byte[] hash(byte[] randoms, Exporter which, int index) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(randoms);
            digest.update(which.label().getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) index);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
