package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

@SuppressWarnings("NullAway.Init")
class ProfileFetchTest {
    private final Map<String, String> answers = new HashMap<>();
    private HttpsHost host;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        answers.put("/a.ovpn", "200 client\nremote vpn.example\n");
        answers.put("/here", "302 /a.ovpn");
        answers.put("/there", "302 https://other.example/a.ovpn");
        answers.put("/plain", "302 http://localhost/a.ovpn");
        answers.put("/round", "302 /round");
        answers.put("/huge", "200 " + "x".repeat(1 << 21));
        host = HttpsHost.open(answers);
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    @Test
    void aProfileIsFetched() {
        var fetched = assertInstanceOf(ProfileFetch.Fetched.class, from("/a.ovpn"));

        assertArrayEquals(
                "client\nremote vpn.example\n".getBytes(StandardCharsets.UTF_8), fetched.octets());
        assertEquals("a.ovpn", fetched.from().name());
        assertFalse(fetched.toString().contains("remote"));
    }

    @Test
    void aRedirectOnTheSameHostIsFollowed() {
        assertInstanceOf(ProfileFetch.Fetched.class, from("/here"));
    }

    @Test
    void aRedirectToAnotherHostIsAnAnswerAndIsNotFollowed() {
        var sent = assertInstanceOf(ProfileFetch.SentOn.class, from("/there"));

        assertEquals("other.example", sent.to().host());
    }

    @Test
    void aRedirectToPlainHttpOrWithoutEndFetchesNothing() {
        assertTrue(reason("/plain").kind() == Phrase.Kind.NO_HTTPS);
        assertTrue(reason("/round").kind() == Phrase.Kind.NO_HTTPS);
    }

    @Test
    void whatIsTooLargeOrNotThereIsToldSo() {
        var large = assertInstanceOf(ProfileFetch.NotFetched.class, from("/huge"));

        assertInstanceOf(Failure.NotAProfile.class, large.failure());
        assertEquals(Phrase.of(Phrase.Kind.WEB_STATUS, "404"), reason("/nothing"));
    }

    @Test
    void aHostThatNobodyVouchesForIsNotTrusted() {
        var result = ProfileFetch.usual().from(host.link("/a.ovpn"));

        assertInstanceOf(ProfileFetch.NotFetched.class, result);
        assertTrue(host.asked().isEmpty());
    }

    private ProfileFetch.Result from(String path) {
        return host.fetcher().from(host.link(path));
    }

    private Phrase reason(String path) {
        var result = assertInstanceOf(ProfileFetch.NotFetched.class, from(path));
        return assertInstanceOf(Failure.Unreadable.class, result.failure()).reason();
    }
}
