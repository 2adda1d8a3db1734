package org.culvert.protocol.proxy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of Proxy-Authorization: Basic, or Digest of RFC 2617 (protocol 11.1). */
final class HttpAuth {
    private static final Pattern PARAMETER =
            Pattern.compile("([a-zA-Z-]+)=(?:\"([^\"]*)\"|([^\",\\s]+))");

    private HttpAuth() {}

    static String basic(ProxyAccount account) {
        return account.password()
                .use(password -> {
                    byte[] user = (account.user() + ":").getBytes(StandardCharsets.UTF_8);
                    byte[] both = new byte[user.length + password.length];
                    System.arraycopy(user, 0, both, 0, user.length);
                    System.arraycopy(password, 0, both, user.length, password.length);
                    return "Basic " + Base64.getEncoder().encodeToString(both);
                });
    }

    /**
     * The answer to {@code challenge}, the text of Proxy-Authenticate; empty where it asks for what
     * we cannot do.
     *
     * @param uri host and port of the request
     * @param fresh randomness for the client's nonce
     */
    static Optional<String> digest(
            String challenge, ProxyAccount account, String uri, String fresh) {
        String algorithm = parameter(challenge, "algorithm").orElse("MD5");
        boolean session = algorithm.equalsIgnoreCase("MD5-sess");
        Optional<String> nonce = parameter(challenge, "nonce");
        boolean known = session || algorithm.equalsIgnoreCase("MD5");
        String qop = parameter(challenge, "qop").orElse("");
        boolean auth = qop.matches("(.*,)? *auth *(,.*)?");
        if (!known || nonce.isEmpty() || (!qop.isEmpty() && !auth)) {
            return Optional.empty();
        }
        String realm = parameter(challenge, "realm").orElse("");
        String secret = account.password().use(p -> md5(account.user() + ":" + realm + ":", p));
        String first = session ? md5(secret + ":" + nonce.get() + ":" + fresh) : secret;
        String second = md5("CONNECT:" + uri);
        String middle = auth ? nonce.get() + ":00000001:" + fresh + ":auth" : nonce.get();
        String response = md5(first + ":" + middle + ":" + second);
        var text = new StringBuilder("Digest ");
        text.append(quoted("username", account.user())).append(", ");
        text.append(quoted("realm", realm)).append(", ");
        text.append(quoted("nonce", nonce.get())).append(", ");
        text.append(quoted("uri", uri)).append(", ");
        if (auth) {
            text.append("qop=auth, nc=00000001, ").append(quoted("cnonce", fresh)).append(", ");
        }
        text.append("algorithm=").append(algorithm).append(", ");
        text.append(quoted("response", response));
        parameter(challenge, "opaque")
                .ifPresent(o -> text.append(", ").append(quoted("opaque", o)));
        return Optional.of(text.toString());
    }

    private static Optional<String> parameter(String challenge, String name) {
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(2);
                return Optional.of(quoted != null ? quoted : matcher.group(3));
            }
        }
        return Optional.empty();
    }

    private static String quoted(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String md5(String text) {
        return md5(text, new byte[0]);
    }

    private static String md5(String text, byte[] more) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(md5.digest(more));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("MD5 is part of every JDK", e);
        }
    }
}
