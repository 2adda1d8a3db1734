package org.culvert.protocol.control;

import org.culvert.net.Transport;
import org.culvert.protocol.wire.Digest;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options consistency string of key method 2, only compared by peers (protocol 4.4; C: {@code
 * options_string}).
 *
 * @param tlsAuth whether tls-auth is in use (tls-crypt says nothing)
 */
public record OptionsString(
        Transport transport,
        int tunMtu,
        Digest digest,
        boolean stubFraming,
        boolean tlsAuth,
        OptionalInt keyDirection,
        boolean client) {
    private static final int BLOWFISH = 8 + 8;

    /** The string. */
    public String text() {
        var items = new ArrayList<String>();
        items.add("V4");
        items.add("dev-type tun");
        items.add("link-mtu " + linkMtu());
        items.add("tun-mtu " + tunMtu);
        items.add("proto " + protocol());
        if (stubFraming) {
            items.add("comp-lzo");
        }
        keyDirection.ifPresent(direction -> items.add("keydir " + direction));
        items.add("auth " + digest.openvpnName());
        items.add("keysize 128");
        if (tlsAuth) {
            items.add("tls-auth");
        }
        items.add("key-method 2");
        items.add(client ? "tls-client" : "tls-server");
        return String.join(",", items);
    }

    /** The value of {@code cipher} in a peer's string. */
    public static Optional<String> cipher(String text) {
        for (String item : text.split(",", -1)) {
            if (item.startsWith("cipher ")) {
                return Optional.of(item.substring("cipher ".length()));
            }
        }
        return Optional.empty();
    }

    /** As if the cipher were OpenVPN's old default, which is what peers compute too. */
    private int linkMtu() {
        int opcodeAndPacketId = 1 + 4;
        int tcp = transport == Transport.TCP ? 2 : 0;
        int stub = stubFraming ? 1 : 0;
        return tunMtu + opcodeAndPacketId + BLOWFISH + digest.length() + tcp + stub;
    }

    private String protocol() {
        if (transport == Transport.UDP) {
            return "UDPv4";
        }
        return client ? "TCPv4_CLIENT" : "TCPv4_SERVER";
    }
}
