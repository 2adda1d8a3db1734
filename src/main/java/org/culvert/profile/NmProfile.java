package org.culvert.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection of NetworkManager's OpenVPN plug-in, written as a profile. */
public final class NmProfile {
    /** Settings that are options with their value. */
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("cipher", "cipher"),
                    Map.entry("data-ciphers", "data-ciphers"),
                    Map.entry("data-ciphers-fallback", "data-ciphers-fallback"),
                    Map.entry("auth", "auth"),
                    Map.entry("remote-cert-tls", "remote-cert-tls"),
                    Map.entry("ns-cert-type", "ns-cert-type"),
                    Map.entry("tls-remote", "tls-remote"),
                    Map.entry("tls-cipher", "tls-cipher"),
                    Map.entry("tls-version-min", "tls-version-min"),
                    Map.entry("reneg-seconds", "reneg-sec"),
                    Map.entry("ping", "ping"),
                    Map.entry("ping-restart", "ping-restart"),
                    Map.entry("connect-timeout", "connect-timeout"),
                    Map.entry("tunnel-mtu", "tun-mtu"),
                    Map.entry("fragment-size", "fragment"),
                    Map.entry("max-routes", "max-routes"));

    /** Settings that name files. */
    private static final Map<String, String> FILES =
            Map.of(
                    "ca", "ca",
                    "cert", "cert",
                    "key", "key",
                    "tls-crypt", "tls-crypt",
                    "tls-crypt-v2", "tls-crypt-v2",
                    "extra-certs", "extra-certs",
                    "crl-verify-file", "crl-verify");

    private final Map<String, String> data;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private NmProfile(Map<String, String> data) {
        this.data = data;
    }

    /**
     * The profile of a connection.
     *
     * @param text its lines
     * @param files where the files lie that they name, by the names that stand there
     */
    public record Written(String text, Map<String, String> files) {
        /** Copies its map. */
        public Written {
            files = Map.copyOf(files);
        }
    }

    /** The profile of {@code data}; {@code routesOnly}: it takes no default route. */
    public static Written of(Map<String, String> data, boolean routesOnly) {
        var profile = new NmProfile(data);
        profile.write(routesOnly);
        return new Written(String.join("\n", profile.lines) + "\n", profile.files);
    }

    private void write(boolean routesOnly) {
        lines.add("client");
        lines.add("dev " + value("dev").orElse(value("dev-type").orElse("tun")));
        remotes();
        parts();
        SAME.forEach((name, option) -> value(name).ifPresent(v -> lines.add(option + " " + v)));
        flag("float", "float");
        flag("remote-random", "remote-random");
        flag("push-peer-info", "push-peer-info");
        flag("mssfix", "mssfix");
        value("comp-lzo").ifPresent(v -> lines.add("comp-lzo " + v));
        value("verify-x509-name").ifPresent(this::name);
        if (value("connection-type").orElse("").startsWith("password")) {
            lines.add("auth-user-pass");
        }
        if (!routesOnly) {
            lines.add("redirect-gateway def1");
        }
    }

    private void remotes() {
        String proto = value("proto-tcp").filter("yes"::equals).isPresent() ? "tcp" : "udp";
        lines.add("proto " + proto);
        value("port").ifPresent(port -> lines.add("port " + port));
        for (String remote : value("remote").orElse("").split("[,\\s]+", -1)) {
            if (!remote.isEmpty()) {
                lines.add("remote " + words(remote));
            }
        }
    }

    /** {@code host:port:proto}; an address of IPv6 stands in brackets. */
    private static String words(String remote) {
        if (remote.startsWith("[")) {
            int end = remote.indexOf(']');
            return remote.substring(1, Math.max(1, end))
                    + remote.substring(end + 1).replace(':', ' ');
        }
        return remote.replace(':', ' ');
    }

    private void parts() {
        boolean bundle =
                value("cert").filter(cert -> cert.matches("(?i).*\\.(p12|pfx)")).isPresent();
        if (bundle) {
            file("pkcs12", value("cert").orElseThrow(), "");
        } else {
            FILES.forEach((name, option) -> value(name).ifPresent(path -> file(option, path, "")));
        }
        String direction = value("ta-dir").map(d -> " " + d).orElse("");
        value("ta").ifPresent(path -> file("tls-auth", path, direction));
    }

    private void file(String option, String path, String behind) {
        String file = path.replaceFirst("^file://", "");
        String leaf = option + "-" + file.substring(file.lastIndexOf('/') + 1);
        files.put(leaf, file);
        lines.add(option + " \"" + leaf.replace("\"", "") + "\"" + behind);
    }

    /** {@code kind:name}. */
    private void name(String value) {
        int colon = value.indexOf(':');
        String kind = colon > 0 ? value.substring(0, colon) : "subject";
        String name = value.substring(colon + 1).replace("\"", "");
        lines.add("verify-x509-name \"" + name + "\" " + kind);
    }

    private void flag(String name, String option) {
        value(name).filter("yes"::equals).ifPresent(_ -> lines.add(option));
    }

    /** One line each: a value cannot bring another option along. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(data.get(name))
                .map(text -> text.replaceAll("\\p{Cntrl}", ""))
                .filter(text -> !text.isBlank());
    }
}
