package org.culvert.protocol.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.proxy.ProxyStep.ConnectAgain;
import org.culvert.protocol.proxy.ProxyStep.Opened;
import org.culvert.protocol.proxy.ProxyStep.Refused;
import org.culvert.protocol.proxy.ProxyStep.Send;
import org.culvert.protocol.proxy.ProxyStep.SignInNeeded;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class HttpConnectTest {
    private static final String NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c093";
    private static final Optional<ProxyAccount> MUFASA =
            Optional.of(new ProxyAccount("Mufasa", Secret.ofUtf8("Circle Of Life")));

    private final HttpConnect plain = conversation(Optional.empty());

    @Test
    void asksForTheWayToThePeer() {
        assertEquals(
                "CONNECT vpn.example:1194 HTTP/1.0\r\nHost: vpn.example\r\n\r\n",
                text(plain.start()));
        var v6 = to("2001:db8::1", 443, List.of(), Optional.empty());
        assertTrue(text(v6.start()).startsWith("CONNECT [2001:db8::1]:443 HTTP/1.0\r\n"));
        var own = to("h", 1, List.of("Host: x", "A: b"), Optional.empty());
        assertEquals("CONNECT h:1 HTTP/1.0\r\nHost: x\r\nA: b\r\n\r\n", text(own.start()));
    }

    @Test
    void whatFollowsTheAnswerBelongsToThePeer() {
        var step = plain.receive(octets("HTTP/1.1 200 Established\r\nA: b\r\n\r\nrest"));

        var opened = assertInstanceOf(Opened.class, step.orElseThrow());
        assertEquals(octets("rest"), opened.leftover());
    }

    @Test
    void anAnswerMayComeOctetByOctet() {
        String answer = "HTTP/1.0 200 OK\r\n\r\n";
        for (int i = 0; i < answer.length() - 1; i++) {
            assertEquals(Optional.empty(), plain.receive(octets(answer.substring(i, i + 1))));
        }
        assertInstanceOf(Opened.class, plain.receive(octets("\n")).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 403 Forbidden\r\n\r\n",
                "SSH-2.0-x\r\n\r\n",
                "\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n"
            })
    void anyOtherAnswerIsARefusal(String answer) {
        assertInstanceOf(Refused.class, plain.receive(octets(answer)).orElseThrow());
    }

    @Test
    void anAnswerIsBounded() {
        var headers = octets("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(65) + "\r\n");
        assertInstanceOf(Refused.class, plain.receive(headers).orElseThrow());
        var endless = octets("x".repeat(8193));
        var other = conversation(Optional.empty());
        assertInstanceOf(Refused.class, other.receive(endless).orElseThrow());
    }

    @Test
    void basicIsSentOnlyToAProxyThatAsksForIt() {
        var first = conversation(MUFASA);
        assertTrue(!text(first.start()).contains("Authorization"));
        ProxyTalk again = again(first, "basic realm=\"x\"");

        assertTrue(
                text(again.start())
                        .contains("Proxy-Authorization: Basic TXVmYXNhOkNpcmNsZSBPZiBMaWZl\r\n"));
        var refused = again.receive(asked("Basic realm=\"x\""));
        assertEquals(new SignInNeeded(true), refused.orElseThrow());
    }

    @Test
    void tinyproxyCallsAWrongPasswordUnauthorized() {
        ProxyTalk again = again(conversation(MUFASA), "basic realm=\"x\"");
        var unauthorized = again.receive(octets("HTTP/1.0 401 Unauthorized\r\n\r\n"));

        assertEquals(new SignInNeeded(true), unauthorized.orElseThrow());
    }

    @Test
    void aProxyThatAsksWhoWeAreIsNoRefusal() {
        assertEquals(new SignInNeeded(false), plain.receive(asked("Basic")).orElseThrow());
    }

    @Test
    void aPasswordThatMayNotBeReadOnTheWayIsNotSent() {
        var request = new HttpConnect.Request("h:1", "1.1", List.of(), MUFASA, false);
        var careful = new HttpConnect(request, "0a");

        assertTrue(text(careful.start()).startsWith("CONNECT h:1 HTTP/1.1\r\n"));
        assertInstanceOf(Refused.class, careful.receive(asked("Basic")).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", qop=\"auth,auth-int\"|aa338f83db0e0c765e2641e5a2636e82",
                "|9ef5ed08ce51aff0f60eed724e4a5b07",
                ", algorithm=MD5-sess, qop=auth|fe28ee4e115c9c6f611879d6aa3cd09b"
            })
    void digestIsAnsweredAsRfc2617Does(String more, String response) {
        String challenge =
                "Digest realm=\"testrealm@host.com\", nonce=\"" + NONCE + "\", opaque=\"5c\"";
        ProxyTalk again = again(conversation(MUFASA), challenge + (more == null ? "" : more));
        String request = text(again.start());

        assertTrue(request.contains("response=\"" + response + "\""), request);
        assertTrue(request.contains("opaque=\"5c\""), request);
        assertTrue(request.contains("uri=\"vpn.example:1194\""), request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NTLM",
                "Negotiate",
                "Digest realm=\"x\"",
                "Digest nonce=\"x\", algorithm=SHA-256",
                "Digest nonce=\"x\", qop=auth-int"
            })
    void aSignInThatIsNotKnownIsARefusal(String challenge) {
        var step = conversation(MUFASA).receive(asked(challenge));

        assertInstanceOf(Refused.class, step.orElseThrow());
    }

    @Test
    void randomAnswersNeverThrow() {
        var random = new Random(3);
        String alphabet = "HTTP/1. 2047\r\n:Proxy-Authenticate Digest nonce=\"";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("HTTP/1.1 407 x\r\nProxy-Authenticate: Digest ");
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            conversation(MUFASA).receive(octets(text + "\r\n\r\n"));
        }
    }

    private static HttpConnect conversation(Optional<ProxyAccount> account) {
        return to("vpn.example", 1194, List.of(), account);
    }

    private static HttpConnect to(
            String host, int port, List<String> headers, Optional<ProxyAccount> account) {
        String target = HttpConnect.Request.target(host, port);
        var request = new HttpConnect.Request(target, "1.0", headers, account, true);
        return new HttpConnect(request, "0a4f113b");
    }

    private static ProxyTalk again(HttpConnect first, String challenge) {
        var step = first.receive(asked(challenge)).orElseThrow();
        return assertInstanceOf(ConnectAgain.class, step).next();
    }

    private static ByteBuffer asked(String challenge) {
        return octets("HTTP/1.1 407 Sign in\r\nProxy-Authenticate: " + challenge + "\r\n\r\n");
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ProxyStep step) {
        return StandardCharsets.UTF_8
                .decode(assertInstanceOf(Send.class, step).octets())
                .toString();
    }
}
