package org.culvert.protocol.tls;

/** Secrets that both ends can derive from a TLS session, 256 octets each (protocol 5.3). */
public enum Exporter {
    /** Keys of the data channel. */
    DATA_KEYS("EXPORTER-OpenVPN-datakeys"),
    /** Key of control packets in renegotiations. */
    DYNAMIC_TLS_CRYPT("EXPORTER-OpenVPN-dynamic-tls-crypt");

    /** Octets of each. */
    public static final int LENGTH = 256;

    private final String label;

    Exporter(String label) {
        this.label = label;
    }

    /** The label of RFC 5705; the exporter is used without context. */
    public String label() {
        return label;
    }
}
