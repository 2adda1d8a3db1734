package org.culvert.profile;

import java.util.Set;

/** Which of the options that shall act do so today; every other one is listed in the report. */
final class Acting {
    static final Set<String> OPTIONS =
            Set.of(
                    "allow-compression",
                    "askpass",
                    "auth",
                    "auth-user-pass",
                    "ca",
                    "cert",
                    "cipher",
                    "client",
                    "comp-lzo",
                    "compress",
                    "connect-timeout",
                    "connection",
                    "data-ciphers",
                    "data-ciphers-fallback",
                    "dev",
                    "dev-type",
                    "dhcp-option",
                    "explicit-exit-notify",
                    "extra-certs",
                    "hand-window",
                    "ignore-unknown-option",
                    "keepalive",
                    "key",
                    "key-direction",
                    "mssfix",
                    "ncp-ciphers",
                    "ns-cert-type",
                    "persist-tun",
                    "ping",
                    "ping-restart",
                    "port",
                    "proto",
                    "proto-force",
                    "pull",
                    "redirect-gateway",
                    "remote",
                    "remote-cert-tls",
                    "remote-random",
                    "reneg-sec",
                    "route",
                    "route-ipv6",
                    "route-nopull",
                    "rport",
                    "server-poll-timeout",
                    "setenv",
                    "tls-auth",
                    "tls-cert-profile",
                    "tls-cipher",
                    "tls-client",
                    "tls-crypt",
                    "tls-crypt-v2",
                    "tls-groups",
                    "tls-remote",
                    "tls-version-max",
                    "tls-version-min",
                    "tun-mtu",
                    "verify-x509-name",
                    "x509-username-field");

    static final Set<String> IN_CONNECTION =
            Set.of(
                    "key-direction",
                    "port",
                    "proto",
                    "remote",
                    "rport",
                    "tls-auth",
                    "tls-crypt",
                    "tls-crypt-v2");

    /** Without these nothing would work, or less would be checked than the profile asks for. */
    static final Set<String> NOT_YET =
            Set.of(
                    "bind-dev",
                    "capath",
                    "config",
                    "crl-verify",
                    "cryptoapicert",
                    "fragment",
                    "http-proxy",
                    "local",
                    "peer-fingerprint",
                    "pkcs11-id",
                    "pkcs12",
                    "remote-cert-eku",
                    "remote-cert-ku",
                    "socks-proxy",
                    "static-challenge",
                    "verify-hash");

    private Acting() {}
}
