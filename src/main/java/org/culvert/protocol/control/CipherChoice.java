package org.culvert.protocol.control;

import java.util.List;
import java.util.Optional;

/**
 * Which data cipher a server takes with one client (protocol 8; C: {@code ncp_get_best_cipher}).
 */
public final class CipherChoice {
    private static final List<String> OLD_NEGOTIATION = List.of("AES-256-GCM", "AES-128-GCM");

    private CipherChoice() {}

    /**
     * The first of {@code ours} that the client can; empty if there is none.
     *
     * @param peerInfo the client's lines
     * @param options the client's options string, for clients that negotiate nothing
     */
    public static Optional<String> of(List<String> ours, String peerInfo, String options) {
        List<String> theirs = theirs(peerInfo);
        Optional<String> plain = OptionsString.cipher(options);
        return ours.stream()
                .filter(name -> theirs.contains(name) || plain.filter(name::equals).isPresent())
                .findFirst();
    }

    private static List<String> theirs(String peerInfo) {
        Optional<String> named = PeerInfo.value(peerInfo, "IV_CIPHERS");
        if (named.isPresent()) {
            return List.of(named.get().split(":", -1));
        }
        String old = PeerInfo.value(peerInfo, "IV_NCP").orElse("");
        return old.matches("[2-9]") ? OLD_NEGOTIATION : List.of();
    }
}
