package org.culvert.protocol.tls;

import org.bouncycastle.tls.CipherSuite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cipher suites that we speak, best first; all have forward secrecy. The last ones are for
 * servers that know no AEAD in TLS 1.2. {@code tls-cipher} writes names of IANA, with dashes, or of
 * OpenSSL.
 */
public final class Suites {
    private record Suite(int number, String iana, String openssl) {
        boolean v13() {
            return openssl.isEmpty();
        }
    }

    private static final List<Suite> ALL =
            List.of(
                    v13(CipherSuite.TLS_AES_256_GCM_SHA384, "AES_256_GCM_SHA384"),
                    v13(CipherSuite.TLS_CHACHA20_POLY1305_SHA256, "CHACHA20_POLY1305_SHA256"),
                    v13(CipherSuite.TLS_AES_128_GCM_SHA256, "AES_128_GCM_SHA256"),
                    v12(0xc02c, "ECDHE_ECDSA", "AES_256_GCM_SHA384", "AES256-GCM-SHA384"),
                    v12(0xc030, "ECDHE_RSA", "AES_256_GCM_SHA384", "AES256-GCM-SHA384"),
                    v12(0xcca9, "ECDHE_ECDSA", "CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305"),
                    v12(0xcca8, "ECDHE_RSA", "CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305"),
                    v12(0xc02b, "ECDHE_ECDSA", "AES_128_GCM_SHA256", "AES128-GCM-SHA256"),
                    v12(0xc02f, "ECDHE_RSA", "AES_128_GCM_SHA256", "AES128-GCM-SHA256"),
                    v12(0x009f, "DHE_RSA", "AES_256_GCM_SHA384", "AES256-GCM-SHA384"),
                    v12(0xccaa, "DHE_RSA", "CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305"),
                    v12(0x009e, "DHE_RSA", "AES_128_GCM_SHA256", "AES128-GCM-SHA256"),
                    v12(0xc024, "ECDHE_ECDSA", "AES_256_CBC_SHA384", "AES256-SHA384"),
                    v12(0xc028, "ECDHE_RSA", "AES_256_CBC_SHA384", "AES256-SHA384"),
                    v12(0xc023, "ECDHE_ECDSA", "AES_128_CBC_SHA256", "AES128-SHA256"),
                    v12(0xc027, "ECDHE_RSA", "AES_128_CBC_SHA256", "AES128-SHA256"),
                    v12(0x006b, "DHE_RSA", "AES_256_CBC_SHA256", "AES256-SHA256"),
                    v12(0x0067, "DHE_RSA", "AES_128_CBC_SHA256", "AES128-SHA256"),
                    v12(0xc00a, "ECDHE_ECDSA", "AES_256_CBC_SHA", "AES256-SHA"),
                    v12(0xc014, "ECDHE_RSA", "AES_256_CBC_SHA", "AES256-SHA"),
                    v12(0xc009, "ECDHE_ECDSA", "AES_128_CBC_SHA", "AES128-SHA"),
                    v12(0xc013, "ECDHE_RSA", "AES_128_CBC_SHA", "AES128-SHA"),
                    v12(0x0039, "DHE_RSA", "AES_256_CBC_SHA", "AES256-SHA"),
                    v12(0x0033, "DHE_RSA", "AES_128_CBC_SHA", "AES128-SHA"));

    private Suites() {}

    /** The number of a suite that we are willing to speak. */
    public static Optional<Integer> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String iana = upper.replace('-', '_');
        return ALL.stream()
                .filter(suite -> suite.iana().equals(iana) || suite.openssl().equals(upper))
                .findFirst()
                .map(Suite::number);
    }

    /** The numbers of those names that we speak; empty where none is left. */
    public static List<Integer> named(List<String> names) {
        return names.stream().flatMap(name -> named(name).stream()).toList();
    }

    /** What to offer: {@code chosen}, and all of a version for which nothing is chosen. */
    static List<Integer> offer(List<Integer> chosen) {
        return Stream.of(true, false).flatMap(v13 -> offer(chosen, v13)).toList();
    }

    private static Stream<Integer> offer(List<Integer> chosen, boolean v13) {
        List<Integer> all =
                ALL.stream().filter(suite -> suite.v13() == v13).map(Suite::number).toList();
        return chosen.stream().noneMatch(all::contains)
                ? all.stream()
                : chosen.stream().filter(all::contains);
    }

    /** The IANA name. */
    static String name(int number) {
        return ALL.stream()
                .filter(suite -> suite.number() == number)
                .findFirst()
                .map(Suite::iana)
                .orElse("0x" + Integer.toHexString(number));
    }

    private static Suite v13(int number, String name) {
        return new Suite(number, "TLS_" + name, "");
    }

    private static Suite v12(int number, String exchange, String cipher, String openssl) {
        return new Suite(
                number,
                "TLS_" + exchange + "_WITH_" + cipher,
                exchange.replace('_', '-') + "-" + openssl);
    }
}
