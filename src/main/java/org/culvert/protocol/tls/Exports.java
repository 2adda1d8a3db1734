package org.culvert.protocol.tls;

import org.bouncycastle.tls.TlsContext;
import org.culvert.secret.Secret;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The exported secrets; the library hands them out only while a handshake is being completed. */
final class Exports {
    private final Map<Exporter, Secret> secrets = new EnumMap<>(Exporter.class);

    /** To be called from the library's {@code notifyHandshakeComplete}. */
    void take(TlsContext context) {
        for (Exporter exporter : Exporter.values()) {
            byte[] octets = context.exportKeyingMaterial(exporter.label(), null, Exporter.LENGTH);
            secrets.put(exporter, Secret.of(octets));
            Arrays.fill(octets, (byte) 0);
        }
    }

    Secret get(Exporter exporter) {
        Secret secret = secrets.get(exporter);
        if (secret == null) {
            throw new IllegalStateException("no handshake is complete");
        }
        return secret;
    }

    void wipe() {
        secrets.values().forEach(Secret::close);
    }
}
