package org.culvert.protocol.tls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Two engines back to back in memory; what each has to say to its owner is kept. */
final class Wire {
    final List<TlsOutput> client = new ArrayList<>();
    final List<TlsOutput> server = new ArrayList<>();
    private final TlsEngine clientEngine;
    private final TlsEngine serverEngine;

    Wire(TlsEngine clientEngine, TlsEngine serverEngine) {
        this.clientEngine = clientEngine;
        this.serverEngine = serverEngine;
    }

    void handshake() {
        serverEngine.start();
        toServer(clientEngine.start());
    }

    void toServer(List<TlsOutput> outputs) {
        for (TlsOutput output : outputs) {
            if (output instanceof TlsOutput.Octets(ByteBuffer octets)) {
                toClient(serverEngine.receive(octets(octets)));
            } else {
                client.add(output);
            }
        }
    }

    void toClient(List<TlsOutput> outputs) {
        for (TlsOutput output : outputs) {
            if (output instanceof TlsOutput.Octets(ByteBuffer octets)) {
                toServer(clientEngine.receive(octets(octets)));
            } else {
                server.add(output);
            }
        }
    }

    static byte[] octets(ByteBuffer buffer) {
        byte[] octets = new byte[buffer.remaining()];
        buffer.duplicate().get(octets);
        return octets;
    }
}
