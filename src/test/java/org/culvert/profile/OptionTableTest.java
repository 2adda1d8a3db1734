package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.culvert.profile.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OptionTableTest {
    private static final Map<Verdict, Kind> TOLD =
            Map.of(
                    Verdict.KEPT, Kind.KEPT,
                    Verdict.NEVER, Kind.NEVER_HONOURED,
                    Verdict.REFUSED, Kind.NOT_SUPPORTED);

    @Test
    void whateverDoesNotActSaysWhyInTwoLanguages() {
        List<String> silent =
                OptionTable.rows()
                        .filter(row -> TOLD.containsKey(row.verdict()))
                        .filter(row -> !hasReason(row))
                        .map(OptionTable.Row::name)
                        .toList();

        assertEquals(List.of(), silent);
    }

    private static boolean hasReason(OptionTable.Row row) {
        String insecure = Kind.INSECURE + "." + row.why().orElse("");
        String usual = TOLD.get(row.verdict()) + "." + row.why().orElse("");
        return Stream.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)
                .map(locale -> ResourceBundle.getBundle("org.culvert.profile.Problems", locale))
                .allMatch(bundle -> bundle.containsKey(usual) || bundle.containsKey(insecure));
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertEquals(keys(Locale.ROOT), keys(Locale.SIMPLIFIED_CHINESE));
    }

    private static List<String> keys(Locale locale) {
        var bundle = ResourceBundle.getBundle("org.culvert.profile.Problems", locale);
        return bundle.keySet().stream().filter(bundle::containsKey).sorted().toList();
    }

    @Test
    void everyKindOfArgumentCanBeChecked() {
        OptionTable.rows().forEach(row -> Arguments.check(bare(row.name())));

        assertThrows(
                IllegalArgumentException.class, () -> Values.check(bare("remote"), "no-check"));
    }

    private static Directive bare(String name) {
        return new Directive(new Spot("f", 1, 1), name, List.of(), Optional.empty(), 0, false);
    }

    @Test
    void everyOptionOfTheReferenceIsKnown() {
        Map<Verdict, Long> counts =
                OptionTable.rows()
                        .collect(
                                Collectors.groupingBy(
                                        OptionTable.Row::verdict, Collectors.counting()));

        assertEquals(361, counts.values().stream().mapToLong(n -> n).sum());
        assertEquals(51, counts.get(Verdict.SERVER));
        assertEquals(23, counts.get(Verdict.NEVER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nobind           | is what Culvert does anyway
                    windows-driver w | matters only on Windows
                    show-tls         | is a command that makes openvpn print something and end; a profile with it cannot connect
                    log x            | would write a file as administrator; Culvert never does
                    scramble reverse | disguises the traffic in a way that is not OpenVPN; connecting without it would only time out
                    no-iv            | weakens the encryption; the profile cannot connect like this
                    up /etc/openvpn/update-resolv-conf | sets DNS by a program; Culvert does that itself
                    key-method 1     | is insecure; the profile cannot connect like this
                    """)
    void theSentenceNamesTheReason(String line, String sentence) {
        Problem problem = Read.client(line).problems().getFirst();

        assertEquals(sentence, ProblemText.of(problem, Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `  nobind`            | 3 nobind KEPT
                    `	--up x`           | 2 up NEVER_HONOURED
                    `setenv opt nobind`   | 1 nobind KEPT
                    `verb "3`             | 6 OPEN_QUOTE
                    `status c:\\t`        | 1 status NEVER_HONOURED
                    `verb \\d`            | 6 BAD_BACKSLASH
                    `push-reset #`        | 1 push-reset SERVER_OPTION
                    `verify-x509-name a#b`| 19 MARK_KEPT
                    """)
    void everyProblemHasItsColumn(String line, String expected) {
        Profile profile = Read.client(line);
        List<String> told =
                profile.problems().stream()
                        .map(p -> (p.spot().column() + " " + p.option() + " " + p.kind()))
                        .map(text -> text.replace("  ", " "))
                        .toList();

        assertEquals(true, told.contains(expected), told::toString);
        assertEquals("test.ovpn", profile.problems().getFirst().spot().file());
    }
}
