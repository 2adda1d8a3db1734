package org.culvert.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class FailureTextTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    @Test
    void everyKindHasATitleAndATextInBothLanguagesThatNameOnlyItsDetails() {
        for (Locale language : LANGUAGES) {
            ResourceBundle words = bundle(language);
            for (Class<?> kind : Failure.class.getPermittedSubclasses()) {
                var details = new TreeSet<String>();
                Arrays.stream(kind.getRecordComponents()).forEach(c -> details.add(c.getName()));
                String all =
                        words.getString(kind.getSimpleName() + ".title")
                                + words.getString(kind.getSimpleName() + ".text");
                Matcher place = Pattern.compile("\\{(\\w+)}").matcher(all);
                while (place.find()) {
                    assertTrue(
                            details.contains(place.group(1)),
                            kind.getSimpleName() + " has no " + place.group(1));
                }
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(
                new TreeSet<>(bundle(Locale.ENGLISH).keySet()),
                new TreeSet<>(bundle(Locale.CHINESE).keySet()));
    }

    @Test
    void aSilentServerIsNamedWithItsPortAndPerhapsItsExtraKey() {
        var remote = Endpoint.parse("203.0.113.7:1194").orElseThrow();

        var plain =
                FailureText.of(new Failure.NoAnswer(remote, Transport.UDP, false, 10), Locale.UK);
        var keyed =
                FailureText.of(new Failure.NoAnswer(remote, Transport.UDP, true, 10), Locale.UK);

        assertEquals("The server does not answer", plain.title());
        assertTrue(plain.text().contains("203.0.113.7:1194 by UDP gave no reply in 10 s."));
        assertFalse(plain.text().contains("extra key"));
        assertTrue(keyed.text().endsWith("no longer the server's."));
    }

    @Test
    void aLineStartsWithTheCode() {
        assertEquals(
                "AUTH-1 服务器拒绝了用户名或密码",
                FailureText.line(new Failure.WrongPassword(), Locale.SIMPLIFIED_CHINESE)
                        .split("\\. ", 2)[0]);
    }

    @Test
    void theTextOfAServerIsOneBoundedLineWithoutUnseenCharacters() {
        String text = "go\r\naway\u202E\u0007" + "x".repeat(500);

        String shown = FailureText.of(new Failure.SignInRefused(text), Locale.ENGLISH).title();

        assertTrue(shown.startsWith("The server says: “go away x"), shown);
        assertTrue(shown.length() < 230, shown);
    }

    @Test
    void bracesInTheTextOfAServerAreNotFilled() {
        assertEquals(
                "The server says: “{file} $1 \\ {serverText}”",
                FailureText.of(
                                new Failure.SignInRefused("{file} $1 \\ {serverText}"),
                                Locale.ENGLISH)
                        .title());
    }

    @Test
    void placesDatesAndFileKindsAreInWords() {
        var place = new Failure.Place("office.ovpn", 9);
        assertEquals(
                "office.ovpn, line 9: ca ca.crt was not found."
                        + " Put the file beside the profile, or ask for a complete one.",
                FailureText.of(
                                new Failure.PartMissing(place, "ca", Optional.of("ca.crt")),
                                Locale.ENGLISH)
                        .text());
        assertTrue(
                FailureText.of(new Failure.NotAProfile("a.ovpn", FileKind.HTML), Locale.CHINESE)
                        .text()
                        .contains("网页"));
        assertTrue(
                FailureText.of(
                                new Failure.OwnCertificateExpired(
                                        Instant.EPOCH, Instant.parse("2026-03-03T10:00:00Z")),
                                Locale.ENGLISH)
                        .text()
                        .contains("2026-03-03"));
    }

    private static ResourceBundle bundle(Locale language) throws MissingResourceException {
        return ResourceBundle.getBundle("org.culvert.failure.failures", language);
    }
}
