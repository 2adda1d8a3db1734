package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PushWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "some-opt firstparm second-parm|some-opt/firstparm/second-parm",
                "some-opt 'first parm' \"second' 'parm\"|some-opt/first parm/second' 'parm",
                "\"some opt\" 'first\" \"parm' \"second\\\" \\\"parm\""
                        + "|some opt/first\" \"parm/second\" \"parm",
                "some\\\\opt C:\\\\directory\\\\file|some\\opt/C:\\directory\\file",
                "some-opt firstparm; second#parm|some-opt/firstparm;/second#parm",
                "some-opt firstparm # secondparm|some-opt/firstparm",
                "; nothing but a comment|~~"
            })
    void wordsAreThoseOfAShell(String option, String words) {
        List<String> expected = words.isEmpty() ? List.of() : List.of(words.split("/", -1));

        assertEquals(Optional.of(expected), PushWords.words(option));
    }

    @Test
    void anOpenQuoteOrAWordThatIsTooLongIsRefused() {
        assertEquals(Optional.empty(), PushWords.words("some-opt 'first parm \"second parm\""));
        assertEquals(Optional.empty(), PushWords.words("opt " + "x".repeat(257)));
        String longest = "x".repeat(256);
        assertEquals(Optional.of(List.of("opt", longest)), PushWords.words("opt " + longest));
    }

    @Test
    void onlySixteenWordsCount() {
        String many =
                IntStream.rangeClosed(0, 16)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" "));

        assertEquals(16, PushWords.words(many).orElseThrow().size());
    }
}
