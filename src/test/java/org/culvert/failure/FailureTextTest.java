package org.culvert.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.Failures;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Names and terms that stay as they are in every language. */
    private static final Pattern TERMS =
            Pattern.compile(
                    "VPN|DNS|UDP|TCP|HTTP|SOCKS5|PPPoE|MiB|Culvert|culvert|nftables|tls-auth"
                            + "|tls-crypt|\\.ovpn|/dev/net/tun");

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
    private static final Set<String> NAMES =
            Set.of("serverText", "host", "proxy", "option", "file", "part", "path", "socket");

    @Test
    void inChineseNoWordIsLeftInLatinLettersButNamesAndAFewTerms() {
        for (Failure failure : Failures.all()) {
            var sentences = FailureText.of(failure, Locale.CHINESE);
            String said = sentences.title() + " " + sentences.text();
            assertChinese(without(said, names(failure)), failure.toString());
        }
    }

    @Test
    void everyPhraseHasItsWordsInBothLanguagesAndFillsThem() {
        for (Phrase.Kind kind : Phrase.Kind.values()) {
            var phrase = Phrase.of(kind, "7", "8");
            String chinese = FailureText.of(phrase, Locale.CHINESE);
            assertChinese(chinese, kind.toString());
            for (String said : List.of(chinese, FailureText.of(phrase, Locale.ENGLISH))) {
                assertFalse(said.isBlank() || said.contains("{"), kind + ": " + said);
            }
        }
    }

    @Test
    void theErrorsOfTheKernelAreInWordsAndThoseWithoutAreNumbers() {
        assertEquals("permission denied", FailureText.of(Phrase.system(13), Locale.ENGLISH));
        assertEquals("没有权限", FailureText.of(Phrase.system(13), Locale.CHINESE));
        assertEquals("error 999 of the system", FailureText.of(Phrase.system(999), Locale.UK));
        bundle(Locale.CHINESE).keySet().stream()
                .filter(key -> key.startsWith("Phrase.SYSTEM"))
                .forEach(key -> assertChinese(bundle(Locale.CHINESE).getString(key), key));
    }

    /** A text among the details is a name or somebody else's words; ours are phrases. */
    private static List<String> names(Failure failure) {
        return Arrays.stream(failure.getClass().getRecordComponents())
                .flatMap(component -> names(value(failure, component), component.getName()))
                .toList();
    }

    private static Stream<String> names(Object value, String component) {
        return switch (value) {
            case String name -> {
                assertTrue(NAMES.contains(component), component + " shall be a phrase");
                yield Stream.of(name);
            }
            case Optional<?> some -> some.stream().flatMap(inner -> names(inner, component));
            case Failure.Place place -> Stream.of(place.file());
            case Phrase phrase -> phrase.details().stream();
            default -> Stream.of();
        };
    }

    private static Object value(Failure failure, RecordComponent component) {
        try {
            return component.getAccessor().invoke(failure);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("component " + component, e);
        }
    }

    private static String without(String said, List<String> names) {
        String rest = said;
        List<String> longestFirst =
                names.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        for (String name : longestFirst) {
            rest = rest.replace(name, "");
        }
        return rest;
    }

    private static void assertChinese(String said, String about) {
        String rest = TERMS.matcher(said.replaceAll("\\{\\w+}", "")).replaceAll("");
        assertFalse(LATIN.matcher(rest).find(), about + ": " + rest);
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
