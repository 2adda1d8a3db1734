package org.culvert.protocol.proxy;

import org.culvert.failure.Phrase;

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
public final class HttpConnect implements ProxyTalk {
    private static final int LONGEST = 8 * 1024;
    private static final int MOST_HEADERS = 64;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Request request;
    private final Optional<String> authorization;
    private final String fresh;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST);

    /**
     * What is asked of the proxy.
     *
     * @param target host and port of the peer, see {@link #target}
     * @param version of HTTP
     * @param headers lines that the profile adds
     * @param account for a proxy that asks
     * @param basic whether the password may go over the wire as it is
     */
    public record Request(
            String target,
            String version,
            List<String> headers,
            Optional<ProxyAccount> account,
            boolean basic) {
        /** Copies its list. */
        public Request {
            headers = List.copyOf(headers);
        }

        /** A name or address and a port as HTTP writes them. */
        public static String target(String host, int port) {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** A first conversation; {@code fresh}: randomness for Digest, hexadecimal. */
    public HttpConnect(Request request, String fresh) {
        this(request, Optional.empty(), fresh);
    }

    private HttpConnect(Request request, Optional<String> authorization, String fresh) {
        this.request = request;
        this.authorization = authorization;
        this.fresh = fresh;
    }

    @Override
    public ProxyStep start() {
        var text = new StringBuilder("CONNECT " + request.target());
        text.append(" HTTP/").append(request.version()).append("\r\n");
        request.headers().forEach(header -> text.append(header).append("\r\n"));
        if (request.headers().stream()
                .noneMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("host:"))) {
            text.append("Host: ").append(host()).append("\r\n");
        }
        authorization.ifPresent(a -> text.append("Proxy-Authorization: ").append(a).append("\r\n"));
        byte[] octets = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return new ProxyStep.Send(ByteBuffer.wrap(octets));
    }

    @Override
    public Optional<ProxyStep> receive(ByteBuffer octets) {
        while (octets.hasRemaining()) {
            if (!answer.hasRemaining()) {
                return Optional.of(new ProxyStep.Refused(Phrase.of(Phrase.Kind.ENDLESS_ANSWER)));
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
            return new ProxyStep.Refused(Phrase.of(Phrase.Kind.NO_HTTP_PROXY));
        }
        String code = status.substring(9, 12);
        if (code.equals("200")) {
            return new ProxyStep.Opened(leftover);
        }
        if (code.equals("401") && authorization.isPresent()) {
            return new ProxyStep.SignInNeeded(true); // tinyproxy's word for a wrong password
        }
        return code.equals("407") ? signIn(lines) : new ProxyStep.Refused(Phrase.said(status));
    }

    private ProxyStep signIn(List<String> lines) {
        if (request.account().isEmpty() || authorization.isPresent()) {
            return new ProxyStep.SignInNeeded(authorization.isPresent());
        }
        ProxyAccount who = request.account().get();
        Optional<String> digest =
                challenges(lines, "digest")
                        .flatMap(asked ->
                                HttpAuth.digest(asked, who, request.target(), fresh).stream())
                        .findFirst();
        boolean basic = request.basic() && challenges(lines, "basic").findAny().isPresent();
        Optional<String> chosen = digest.or(() -> basic ? basic(who) : Optional.empty());
        return chosen.<ProxyStep>map(value ->
                        new ProxyStep.ConnectAgain(
                                new HttpConnect(request, Optional.of(value), fresh)))
                .orElse(new ProxyStep.Refused(Phrase.of(Phrase.Kind.OTHER_SIGN_IN)));
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
        return request.target().substring(0, request.target().lastIndexOf(':'));
    }
}
