package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** Words of a line by the rules of the reference; a bar divides the expected words. */
class LineWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            nullValues = "-",
            textBlock =
                    """
                    remote h 1194 # x ~ remote|h|1194
                    remote h 1194 ;x ~ remote|h|1194
                    # all of it ~ -
                    `   ` ~ -
                    name foo#bar name ~ name|foo#bar|name
                    name; ~ name;
                    \\# escaped ~ -
                    "#" kept ~ #|kept
                    name O'Brien ~ name|O'Brien
                    "foo"bar ~ foo|bar
                    name "two words" 'and three' ~ name|two words|and three
                    name a\\ b ~ name|a b
                    name "a\\"b" ~ name|a"b
                    name c:\\\\dir ~ name|c:\\dir
                    name 'c:\\dir' ~ name|c:\\dir
                    name say\\"it ~ name|say"it
                    // no comment ~ //|no|comment
                    \\ x ~ x
                    """,
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = true)
    void wordsAreThoseOfTheReference(String line, String words) {
        var read = LineWords.of(line);

        assertEquals(Optional.empty(), read.flaw());
        assertEquals(words == null ? "" : words, String.join("|", read.words()));
    }

    @Test
    void anEmptyPairOfQuotesIsAnEmptyWord() {
        assertEquals(List.of("name", ""), LineWords.of("name \"\"").words());
    }

    @Test
    void tabsFormFeedsCarriageReturnsAndZerosAreWhiteSpace() {
        assertEquals(List.of("a", "b", "c", "d"), LineWords.of("a\tb\f\u000bc\0d\r").words());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    name "open        ; OPEN_QUOTE
                    name 'open        ; OPEN_QUOTE
                    name "open\\"     ; OPEN_QUOTE
                    name c:\\dir      ; BAD_BACKSLASH
                    name "c:\\dir"    ; BAD_BACKSLASH
                    name end\\        ; BAD_BACKSLASH
                    """)
    void aFlawEndsTheLine(String line, Problem.Kind flaw) {
        assertEquals(Optional.of(flaw), LineWords.of(line).flaw());
    }

    @Test
    void literallyABackslashIsALetter() {
        var read = LineWords.literally("ca \"C:\\My Files\\ca.crt\"");

        assertEquals(Optional.empty(), read.flaw());
        assertEquals(List.of("ca", "C:\\My Files\\ca.crt"), read.words());
    }

    @Test
    void aWordMayHaveEightKibibytesAndALine1024Words() {
        assertEquals(Optional.empty(), LineWords.of("a " + "x".repeat(8192)).flaw());
        assertEquals(
                Optional.of(Problem.Kind.WORD_TOO_LONG),
                LineWords.of("a " + "x".repeat(8193)).flaw());
        assertEquals(Optional.empty(), LineWords.of("x ".repeat(1024)).flaw());
        assertEquals(
                Optional.of(Problem.Kind.TOO_MANY_WORDS), LineWords.of("x ".repeat(1025)).flaw());
    }

    @Test
    void aCommentSignInsideAWordIsToldOf() {
        assertEquals(7, LineWords.of("name a#b").mark());
        assertEquals(0, LineWords.of("name \"a#b\" # c").mark());
    }
}
