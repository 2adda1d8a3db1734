package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** The reference's own examples of lines and files; a bar divides the expected words. */
class ReferenceGrammarTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            textBlock =
                    """
                    some-opt firstparm second-parm ~ some-opt|firstparm|second-parm
                    --some-opt 'first parm' "second' 'parm" ~ --some-opt|first parm|second' 'parm
                    "some opt" 'first" "parm' "second\\" \\"parm" ~ some opt|first" "parm|second" "parm
                    some\\\\opt C:\\\\directory\\\\file ~ some\\opt|C:\\directory\\file
                    some-opt firstparm; second#parm ~ some-opt|firstparm;|second#parm
                    some-opt firstparm # secondparm ~ some-opt|firstparm
                    """)
    void aLineHasTheWordsOfTheReference(String line, String words) {
        var read = LineWords.of(line);

        assertEquals(Optional.empty(), read.flaw());
        assertEquals(words, String.join("|", read.words()));
    }

    @Test
    void anOpenQuoteIsAFlaw() {
        assertEquals(
                Optional.of(Problem.Kind.OPEN_QUOTE),
                LineWords.of("--some-opt 'first parm \"second parm\"").flaw());
    }

    /** The reference stops at 16 words and at 256 letters; profiles of today go beyond. */
    @Test
    void wordsBeyondTheSixteenAndLettersBeyondThe256OfTheReferenceAreKept() {
        String words = "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16";

        assertEquals(17, LineWords.of(words).words().size());
        assertEquals(
                List.of("opt", "x".repeat(257)), LineWords.of("opt " + "x".repeat(257)).words());
    }

    @Test
    void aFileHasTheLinesOfTheReference() {
        List<Directive> all =
                ProfileReader.read("test.ovpn", "someopt parm1 parm2\n\t--otheropt 1 2")
                        .directives();

        assertEquals(List.of("someopt", "otheropt"), all.stream().map(Directive::name).toList());
        assertEquals(List.of("parm1", "parm2"), all.getFirst().arguments());
        assertEquals(List.of("1", "2"), all.getLast().arguments());
    }

    @Test
    void aBlockIsOneDirectiveWithItsText() {
        List<Directive> all =
                ProfileReader.read("test.ovpn", "<ca>\nsome text\nother text\n</ca>").directives();

        assertEquals(1, all.size());
        assertEquals("ca", all.getFirst().name());
        assertEquals(Optional.of("some text\nother text\n"), all.getFirst().block());
    }
}
