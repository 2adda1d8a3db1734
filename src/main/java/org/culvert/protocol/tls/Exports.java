package org.culvert.protocol.tls;

import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.util.Arrays;
import org.culvert.secret.Secret;

import java.util.EnumMap;
import java.util.Map;

/** The exported secrets; the library hands them out only while a handshake is being completed. */
final class Exports {
    private final Map<Exporter, Secret> secrets = new EnumMap<>(Exporter.class);

    /** To be called from the library's {@code notifyHandshakeComplete}. */
    void take(TlsContext context) {
        for (Exporter exporter : Exporter.values()) {
            byte[] octets = octets(context, exporter);
            secrets.put(exporter, Secret.of(octets));
            Arrays.fill(octets, (byte) 0);
        }
    }

    /**
     * The library exports nothing in TLS 1.2 without the extended master secret, which servers on
     * OpenSSL 1.0.2 do not have; RFC 5705 and OpenSSL do. Nothing is resumed or renegotiated here,
     * so that secret is bound to one verified chain all the same.
     */
    private static byte[] octets(TlsContext context, Exporter exporter) {
        SecurityParameters agreed = context.getSecurityParametersConnection();
        if (TlsUtils.isTLSv13(context) || agreed.isExtendedMasterSecret()) {
            return context.exportKeyingMaterial(exporter.label(), null, Exporter.LENGTH);
        }
        byte[] seed = Arrays.concatenate(agreed.getClientRandom(), agreed.getServerRandom());
        return TlsUtils.PRF(
                        agreed, agreed.getMasterSecret(), exporter.label(), seed, Exporter.LENGTH)
                .extract();
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
