package org.culvert.protocol.control;

import java.util.List;
import java.util.Optional;

/** What we tell a server about ourselves: only what we really do (protocol 4.5, 4.6). */
public final class PeerInfo {
    static final int DATA_V2 = 2;
    static final int REQUEST_PUSH = 4;
    static final int TLS_KEY_EXPORT = 8;
    private static final int DNS_OPTION = 64;
    static final int CC_EXIT_NOTIFY = 128;
    private static final int AUTH_FAIL_TEMP = 256;
    static final int DYN_TLS_CRYPT = 512;
    static final int DATA_EPOCH = 1024;
    private static final int DNS_OPTION_V2 = 2048;
    private static final int PUSH_UPDATE = 4096;
    private static final int PROTO =
            DATA_V2
                    | REQUEST_PUSH
                    | TLS_KEY_EXPORT
                    | DNS_OPTION
                    | CC_EXIT_NOTIFY
                    | AUTH_FAIL_TEMP
                    | DYN_TLS_CRYPT
                    | DATA_EPOCH
                    | DNS_OPTION_V2
                    | PUSH_UPDATE;

    private PeerInfo() {}

    /** The lines, for a client that offers {@code ciphers} and takes packets of {@code mtu}. */
    public static String lines(String version, List<String> ciphers, int mtu) {
        var text = new StringBuilder();
        text.append("IV_VER=").append(version).append('\n');
        text.append("IV_PLAT=linux\n");
        text.append("IV_TCPNL=1\n");
        text.append("IV_MTU=").append(mtu).append('\n');
        if (ciphers.contains("AES-256-GCM") && ciphers.contains("AES-128-GCM")) {
            text.append("IV_NCP=2\n");
        }
        text.append("IV_CIPHERS=").append(String.join(":", ciphers)).append('\n');
        text.append("IV_PROTO=").append(PROTO).append('\n');
        text.append("IV_LZO_STUB=1\nIV_COMP_STUB=1\nIV_COMP_STUBv2=1\n");
        return text.toString();
    }

    /** The value of the line {@code name=}. */
    static Optional<String> value(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
    }
}
