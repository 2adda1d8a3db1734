package org.culvert.protocol.control;

import java.util.StringJoiner;

/**
 * What a client's peer info says it can do, as far as a server of ours makes use of it (protocol
 * 4.6).
 *
 * @param protocol the bits of {@code IV_PROTO}
 */
public record ClientAbilities(int protocol) {
    /** The abilities in these lines; a client that names none has none. */
    public static ClientAbilities of(String peerInfo) {
        String value = PeerInfo.value(peerInfo, "IV_PROTO").orElse("");
        return new ClientAbilities(value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0);
    }

    /** Takes a peer id; old clients are known by the number alone. */
    public boolean dataV2() {
        return protocol >= PeerInfo.DATA_V2;
    }

    /** Takes settings without having asked. */
    public boolean requestPush() {
        return has(PeerInfo.REQUEST_PUSH);
    }

    /** Makes data keys by the TLS exporter. */
    public boolean keyExport() {
        return has(PeerInfo.TLS_KEY_EXPORT);
    }

    /** Wraps renegotiations with a key from the first TLS session. */
    public boolean dynamicWrap() {
        return has(PeerInfo.DYN_TLS_CRYPT);
    }

    /** Speaks the epoch format. */
    public boolean epochs() {
        return dataV2() && has(PeerInfo.DATA_EPOCH);
    }

    /**
     * The words of {@code protocol-flags} that this client understands.
     *
     * @param epochs whether data packets shall have the epoch format
     */
    public String protocolFlags(boolean epochs) {
        var flags = new StringJoiner(" ");
        if (has(PeerInfo.CC_EXIT_NOTIFY)) {
            flags.add("cc-exit");
        }
        if (keyExport()) {
            flags.add("tls-ekm");
        }
        if (dynamicWrap()) {
            flags.add("dyn-tls-crypt");
        }
        if (epochs) {
            flags.add("aead-epoch");
        }
        return flags.toString();
    }

    private boolean has(int bit) {
        return (protocol & bit) != 0;
    }
}
