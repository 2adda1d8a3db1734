package org.culvert.client;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.culvert.failure.Phrase;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/**
 * Fetches a profile by https, which somebody has agreed to. The only network code of the user's
 * side. It follows no redirect to another host: that is an answer, and somebody is asked again.
 */
public final class ProfileFetch {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Optional<SSLContext> trust;

    private ProfileFetch(Optional<SSLContext> trust) {
        this.trust = trust;
    }

    /** Trusts whom this machine's Java trusts. */
    public static ProfileFetch usual() {
        return new ProfileFetch(Optional.empty());
    }

    /** Trusts whom {@code trust} trusts. */
    static ProfileFetch trusting(SSLContext trust) {
        return new ProfileFetch(Optional.of(trust));
    }

    /** What came of it. */
    public sealed interface Result {}

    /** Octets that may be a profile; printed without them, for they may hold keys. */
    public static final class Fetched implements Result {
        private final ProfileLink from;
        private final byte[] octets;

        private Fetched(ProfileLink from, byte[] octets) {
            this.from = from;
            this.octets = octets;
        }

        /** Where they came from. */
        public ProfileLink from() {
            return from;
        }

        /** A copy of them. */
        public byte[] octets() {
            return octets.clone();
        }

        @Override
        public String toString() {
            return "Fetched[" + from + "]";
        }
    }

    /** The host sends on to another one. */
    public record SentOn(ProfileLink to) implements Result {}

    /** Nothing came. */
    public record NotFetched(Failure failure) implements Result {}

    /** Fetches from {@code link}; waits for the network. */
    public Result from(ProfileLink link) {
        var builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER);
        trust.ifPresent(builder::sslContext);
        try (HttpClient client = builder.connectTimeout(PATIENCE).build()) {
            return from(client, link, MOST_REDIRECTS);
        }
    }

    private static Result from(HttpClient client, ProfileLink link, int redirects) {
        var request =
                HttpRequest.newBuilder(link.address())
                        .timeout(PATIENCE)
                        .header("User-Agent", "Culvert")
                        .build();
        try {
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() / 100 != 3) {
                    return read(link, answer.statusCode(), body);
                }
            }
            return moved(client, link, answer, redirects);
        } catch (IOException e) {
            return failed(link, Phrase.said(String.valueOf(e.getMessage())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed(link, Phrase.of(Phrase.Kind.OUT_OF_TIME));
        }
    }

    private static Result read(ProfileLink link, int status, InputStream body) throws IOException {
        if (status != 200) {
            return failed(link, Phrase.of(Phrase.Kind.WEB_STATUS, Integer.toString(status)));
        }
        byte[] octets = body.readNBytes(LARGEST + 1);
        return octets.length > LARGEST
                ? new NotFetched(new Failure.NotAProfile(link.name(), FileKind.TOO_LARGE))
                : new Fetched(link, octets);
    }

    private static Result moved(
            HttpClient client, ProfileLink link, HttpResponse<?> answer, int redirects) {
        Optional<ProfileLink> next = answer.headers().firstValue("Location").flatMap(link::next);
        if (next.isEmpty() || redirects == 0) {
            return failed(link, Phrase.of(Phrase.Kind.NO_HTTPS));
        }
        return next.get().host().equalsIgnoreCase(link.host())
                ? from(client, next.get(), redirects - 1)
                : new SentOn(next.get());
    }

    private static Result failed(ProfileLink link, Phrase reason) {
        return new NotFetched(new Failure.Unreadable(link.host(), reason));
    }
}
