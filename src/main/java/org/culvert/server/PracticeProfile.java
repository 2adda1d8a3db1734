package org.culvert.server;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The client's half of a practice folder as one profile, ready to be imported. */
record PracticeProfile(PracticeFolder folder, Endpoint remote, Transport transport) {
    /** The whole text; it holds keys and the password. */
    Secret text() throws IOException {
        return Secret.ofUtf8(
                """
                # A practice server of Culvert. This file lets its owner in: keep it to yourself.
                client
                dev tun
                nobind
                proto %s
                remote %s %d
                remote-cert-tls server
                verify-x509-name %s name
                data-ciphers AES-256-GCM:AES-128-GCM:CHACHA20-POLY1305
                """
                                .formatted(
                                        transport == Transport.UDP ? "udp" : "tcp-client",
                                        remote.address(),
                                        remote.port(),
                                        PracticeFolder.SERVER_NAME)
                        + inline("auth-user-pass", "account.txt")
                        + inline("ca", "ca.crt")
                        + inline("cert", "client.crt")
                        + inline("key", "client.key")
                        + inline("tls-crypt", "tls-crypt.key"));
    }

    private String inline(String option, String file) throws IOException {
        String content =
                folder.text(file).use(octets -> new String(octets, StandardCharsets.UTF_8));
        return "<" + option + ">\n" + content + "</" + option + ">\n";
    }
}
