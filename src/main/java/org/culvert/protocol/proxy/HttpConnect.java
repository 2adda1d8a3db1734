package org.culvert.protocol.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One conversation with an HTTP proxy (protocol 11.1; C: {@code establish_http_proxy_passthru}). A
 * proxy that wants to know who we are is asked again, with Digest or Basic, in a new connection.
 * Its answer is bounded (security R75).
 */
public final class HttpConnect {
    private static final int LONGEST = 8 * 1024;
    private static final int MOST_HEADERS = 64;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final String target;
    private final List<String> headers;
    private final Optional<ProxyAccount> account;
    private final Optional<String> authorization;
    private final String fresh;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST);

    /**
     * A first conversation.
     *
     * @param host name or address of the peer
     * @param headers lines that the profile adds
     * @param account for a proxy that asks
     * @param fresh randomness for Digest, hexadecimal
     */
    public HttpConnect(
            String host,
            int port,
            List<String> headers,
            Optional<ProxyAccount> account,
            String fresh) {
        this(
                (host.contains(":") ? "[" + host + "]" : host) + ":" + port,
                headers,
                account,
                Optional.empty(),
                fresh);
    }

    private HttpConnect(
            String target,
            List<String> headers,
            Optional<ProxyAccount> account,
            Optional<String> authorization,
            String fresh) {
        this.target = target;
        this.headers = List.copyOf(headers);
        this.account = account;
        this.authorization = authorization;
        this.fresh = fresh;
    }

    /** The request. */
    public ProxyStep start() {
        var text = new StringBuilder("CONNECT " + target + " HTTP/1.0\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        if (headers.stream().noneMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("host:"))) {
            text.append("Host: ").append(host()).append("\r\n");
        }
        authorization.ifPresent(a -> text.append("Proxy-Authorization: ").append(a).append("\r\n"));
        byte[] octets = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return new ProxyStep.Send(ByteBuffer.wrap(octets));
    }

    /** Octets of the proxy; empty while its answer is not whole. */
    public Optional<ProxyStep> receive(ByteBuffer octets) {
        while (octets.hasRemaining()) {
            if (!answer.hasRemaining()) {
                return Optional.of(new ProxyStep.Refused("the answer is too long"));
            }
            answer.put(octets.get());
            if (isWhole()) {
                return Optional.of(judge(octets.slice()));
            }
        }
        return Optional.empty();
    }

    private boolean isWhole() {
        int end = answer.position();
        return end >= END.length
                && ByteBuffer.wrap(END).equals(answer.slice(end - END.length, END.length));
    }

    private ProxyStep judge(ByteBuffer leftover) {
        String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        String status = lines.isEmpty() ? "" : lines.getFirst();
        if (lines.size() > MOST_HEADERS + 1 || !status.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
            return new ProxyStep.Refused("this is no HTTP proxy");
        }
        String code = status.substring(9, 12);
        if (code.equals("200")) {
            return new ProxyStep.Opened(leftover);
        }
        return code.equals("407") ? signIn(lines) : new ProxyStep.Refused(status);
    }

    private ProxyStep signIn(List<String> lines) {
        if (account.isEmpty() || authorization.isPresent()) {
            return new ProxyStep.Refused(
                    authorization.isPresent()
                            ? "the proxy refuses the user name or password"
                            : "the proxy asks for a user name and password");
        }
        ProxyAccount who = account.get();
        Optional<String> digest =
                challenges(lines, "digest")
                        .flatMap(asked -> HttpAuth.digest(asked, who, target, fresh).stream())
                        .findFirst();
        boolean basic = challenges(lines, "basic").findAny().isPresent();
        Optional<String> chosen = digest.or(() -> basic ? basic(who) : Optional.empty());
        return chosen.<ProxyStep>map(value ->
                        new ProxyStep.ConnectAgain(
                                new HttpConnect(
                                        target, headers, account, Optional.of(value), fresh)))
                .orElse(new ProxyStep.Refused("the proxy wants a sign-in that is not known here"));
    }

    private static Optional<String> basic(ProxyAccount who) {
        return Optional.of(HttpAuth.basic(who));
    }

    private static Stream<String> challenges(List<String> lines, String scheme) {
        String start = "proxy-authenticate: " + scheme;
        return lines.stream()
                .filter(line ->
                        line.toLowerCase(Locale.ROOT).replaceFirst(":\\s*", ": ").startsWith(start))
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    private String host() {
        return target.substring(0, target.lastIndexOf(':'));
    }
}
