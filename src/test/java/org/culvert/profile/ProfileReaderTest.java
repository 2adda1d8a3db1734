package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The grammar: lines, blocks, tags. */
class ProfileReaderTest {
    @Test
    void oneLeadingPairOfDashesIsDroppedAlsoBeforeATag() {
        assertEquals(
                List.of("client", "remote", "---port", "ca"),
                names("--client\n--remote h\n---port 1\n--<ca>\nx\n</ca>\n"));
    }

    @Test
    void namesAreCaseSensitiveAndMayBeQuoted() {
        assertEquals(List.of("Client", "remote"), names("Client\n\"remote\" h\n"));
    }

    @Test
    void setenvOptIsTheOptionItselfWithOrWithoutDashes() {
        List<Directive> all = read("setenv opt block-outside-dns\nsetenv opt --port 7\n");

        assertEquals("block-outside-dns", all.get(0).text());
        assertEquals("port 7", all.get(1).text());
        assertTrue(all.get(0).optional());
    }

    @Test
    void aBlockEndsAtItsCloseTagWhateverStandsAroundIt() {
        for (String block :
                List.of(
                        "<ca>\nA\nB\n</ca>\n",
                        "<ca> # with a comment\n  A\n\tB\r\n  </ca> and more\n",
                        "<ca>\nA\nB</ca>\n",
                        "\"<ca>\"\nA\nB\n</ca>\n")) {
            List<Directive> all = read(block + "port 7\n");

            assertEquals(Optional.of("A\nB\n"), all.getFirst().block(), block);
            assertEquals("port 7", all.getLast().text(), block);
        }
    }

    @Test
    void aBlockMayStandOnOneLine() {
        assertEquals(Optional.of("text\n"), read("<ca>text</ca>\n").getFirst().block());
    }

    @Test
    void theCloseTagIsCaseSensitive() {
        assertEquals(Optional.of("A\n</CA>\n"), read("<ca>\nA\n</CA>\n</ca>").getFirst().block());
    }

    @Test
    void aBlockWithoutAnEndIsNamedAndReadingGoesOnAtTheNextTag() {
        Profile profile = Read.text("client\n<ca>\nMII\n<cert>\nx\n</cert>\nport 7\n");

        assertEquals(List.of("client", "cert", "port"), names(profile));
        assertTrue(Read.problems(profile).contains("2 ca OPEN_BLOCK"));
    }

    @Test
    void aStrayCloseTagEatsNothing() {
        Profile profile = Read.text("client\n</tls-crypt>\nport 7\n");

        assertEquals(List.of("client", "port"), names(profile));
        assertTrue(Read.problems(profile).contains("2 STRAY_CLOSE"));
    }

    @Test
    void aCertificateOutsideOfABlockIsNoListOfOptions() {
        Profile profile = Read.text("client\n" + Read.fixture("ca.crt") + "port 7\n");

        assertEquals(List.of("client", "port"), names(profile));
        assertTrue(Read.problems(profile).contains("2 STRAY_PEM"));
    }

    @Test
    void aKeyOutsideOfABlockIsRepeatedInNoProblemEvenWithoutItsEnd() {
        String cut = Read.fixture("extra.key").replaceFirst("(?s)-----END.*", "");
        Profile profile = Read.text("client\n" + cut + "port 7\n");

        assertEquals(List.of("client", "port"), names(profile));
        assertFalse(profile.problems().toString().contains(cut.lines().toList().get(8)));
    }

    @Test
    void linesOfAConnectionBlockAreOptionsOfTheirOwn() {
        List<Directive> all =
                read(
                        """
                        <connection>
                          # c
                          --remote h
                          <tls-auth>
                          k
                          </tls-auth>
                        </connection>
                        port 7
                        """);

        assertEquals(List.of("remote", "tls-auth", "port"), names(all));
        assertEquals(List.of(1, 1, 0), all.stream().map(Directive::connection).toList());
    }

    @Test
    void aConnectionBlockIsClosedAndHasNoneInside() {
        assertTrue(
                Read.problems(Read.text("client\n<connection>\nremote h\n"))
                        .contains("2 connection OPEN_BLOCK"));
        assertTrue(
                Read.problems(Read.text("client\n<connection>\n<connection>\n</connection>\n"))
                        .contains("3 connection MISPLACED"));
    }

    @Test
    void leadingBlanksBelongToASignInAndControlsDoNot() {
        List<Directive> all = read("<auth-user-pass>\n anna\r\np\u0007w \n</auth-user-pass>\n");

        assertEquals(Optional.of(" anna\npw \n"), all.getFirst().block());
    }

    @Test
    void aPathOfWindowsIsReadAndAnyOtherBackslashIsAnError() {
        Profile profile =
                Read.text("client\nca C:\\vpn\\ca.crt\nverify-x509-name a\\b\nname \"open\n");

        assertEquals(Optional.of("C:\\vpn\\ca.crt"), profile.directives().get(1).file());
        assertEquals(2, profile.directives().size());
        assertTrue(Read.problems(profile).contains("2 BACKSLASH_KEPT"));
        assertTrue(Read.problems(profile).contains("3 BAD_BACKSLASH"));
        assertTrue(Read.problems(profile).contains("4 OPEN_QUOTE"));
    }

    @Test
    void noBreakSpacesDivideWordsAndTypographicQuotesAreLetters() {
        Profile profile =
                Read.text("client\nremote\u00a0h 1\nverify-x509-name \u201ca\u201d name\n");

        assertEquals(List.of("h", "1"), profile.directives().get(1).arguments());
        assertEquals("\u201ca\u201d", profile.directives().get(2).arguments().getFirst());
        assertTrue(Read.problems(profile).contains("2 NO_BREAK_SPACE"));
        assertTrue(Read.problems(profile).contains("3 TYPOGRAPHIC"));
    }

    @Test
    void aLineMayHave64KibibytesAndAFile4096Options() {
        String long64 = "# " + "x".repeat(64 * 1024 - 2);
        assertFalse(has(Read.text("client\n" + long64 + "\n"), "2 LINE_TOO_LONG"));
        assertTrue(has(Read.text("client\n" + long64 + "x\n"), "2 LINE_TOO_LONG"));
        assertFalse(has(Read.text("nobind\n".repeat(4096)), "4097 nobind TOO_MANY_OPTIONS"));
        assertTrue(has(Read.text("nobind\n".repeat(4098)), "4097 nobind TOO_MANY_OPTIONS"));
    }

    private static boolean has(Profile profile, String problem) {
        return Read.problems(profile).contains(problem);
    }

    private static List<Directive> read(String text) {
        return ProfileReader.read("test.ovpn", text).directives();
    }

    private static List<String> names(String text) {
        return names(read(text));
    }

    private static List<String> names(Profile profile) {
        return names(profile.directives());
    }

    private static List<String> names(List<Directive> directives) {
        return directives.stream().map(Directive::name).collect(Collectors.toList());
    }
}
