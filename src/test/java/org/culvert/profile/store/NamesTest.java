package org.culvert.profile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    \uD83C\uDDE9\uD83C\uDDEA Frankfurt | DE Frankfurt
                    \uD83D\uDD12 Office \uD83D\uDE80 | Office
                    B\u00FCro / \u529E\u516C\u5BA4 | B\u00FCro / \u529E\u516C\u5BA4
                    Stra\u00DFe \u2116 7 | Stra\u00DFe 7
                    a\u0301\uFE0F b | a\u0301 b
                    x \u00A9 \u00B0 y | x \u00A9 \u00B0 y
                    \uE000private | private
                    """)
    void leavesOutWhatHasNoForm(String name, String drawn) {
        assertEquals(drawn, Names.tidy(name));
    }

    @Test
    void theFirstNameThatCanBeReadIsTaken() {
        assertEquals("vpn.example", Names.first("\uD83D\uDE80\uD83D\uDE80", " - ", "vpn.example"));
        assertEquals("DE", Names.first("\uD83C\uDDE9\uD83C\uDDEA", "vpn.example"));
        assertEquals("VPN", Names.first("", "\u202e"));
    }

    @Test
    void aLongNameIsCutBetweenItsLetters() {
        String letter = "\uD840\uDC00";

        assertEquals(letter.repeat(64), Names.tidy(letter.repeat(70)));
    }
}
