package org.culvert.protocol.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.failure.Failure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Two engines back to back in memory; what each has to say to its owner is kept. */
final class Wire {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;

    final List<TlsOutput> client = new ArrayList<>();
    final List<TlsOutput> server = new ArrayList<>();

    /** How often the client had to say hello. */
    int hellos;

    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final TlsEngine clientEngine;
    private final TlsEngine serverEngine;

    Wire(TlsEngine clientEngine, TlsEngine serverEngine) {
        this.clientEngine = clientEngine;
        this.serverEngine = serverEngine;
    }

    /** What the client learned; fails where there is nothing. */
    TlsFacts handshake() {
        run();
        return assertInstanceOf(
                        TlsOutput.Established.class, client.getFirst(), () -> client + " " + server)
                .facts();
    }

    /** Why the client gave up. */
    Failure clientFailure() {
        run();
        return assertInstanceOf(TlsOutput.Failed.class, client.getLast()).failure();
    }

    /** Both ends have the same secrets, and each reads what the other sends. */
    void checkBothWays() {
        for (Exporter exporter : Exporter.values()) {
            assertEquals(clientEngine.export(exporter), serverEngine.export(exporter));
        }
        byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
        toServer(clientEngine.send(hello));
        assertEquals(new TlsOutput.Plaintext(ByteBuffer.wrap(hello)), server.getLast());
        toClient(serverEngine.send(hello));
        assertEquals(new TlsOutput.Plaintext(ByteBuffer.wrap(hello)), client.getLast());
    }

    private void run() {
        serverEngine.start();
        toServer(clientEngine.start());
    }

    private void toServer(List<TlsOutput> outputs) {
        clientSays(outputs);
        while (!underWay.isEmpty()) {
            underWay.removeFirst().run();
        }
    }

    private void toClient(List<TlsOutput> outputs) {
        serverSays(outputs);
        while (!underWay.isEmpty()) {
            underWay.removeFirst().run();
        }
    }

    private void clientSays(List<TlsOutput> outputs) {
        for (TlsOutput output : outputs) {
            if (output instanceof TlsOutput.Octets(ByteBuffer buffer)) {
                byte[] octets = octets(buffer);
                hellos += hellosIn(octets);
                underWay.add(() -> serverSays(serverEngine.receive(octets)));
            } else {
                client.add(output);
            }
        }
    }

    private void serverSays(List<TlsOutput> outputs) {
        for (TlsOutput output : outputs) {
            if (output instanceof TlsOutput.Octets(ByteBuffer buffer)) {
                byte[] octets = octets(buffer);
                underWay.add(() -> clientSays(clientEngine.receive(octets)));
            } else {
                server.add(output);
            }
        }
    }

    private static int hellosIn(byte[] records) {
        int hellos = 0;
        for (int at = 0; at < records.length; at += 5 + ByteBuffer.wrap(records).getShort(at + 3)) {
            hellos += records[at] == HANDSHAKE && records[at + 5] == CLIENT_HELLO ? 1 : 0;
        }
        return hellos;
    }

    static byte[] octets(ByteBuffer buffer) {
        byte[] octets = new byte[buffer.remaining()];
        buffer.duplicate().get(octets);
        return octets;
    }
}
