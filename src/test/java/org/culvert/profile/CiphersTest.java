package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lists of data ciphers, as the reference reads them and as far as we go with it. */
class CiphersTest {
    @ParameterizedTest
    @CsvSource({
        "-, AES-256-GCM:AES-128-GCM:CHACHA20-POLY1305",
        "DEFAULT:AES-128-CBC:AES-192-CBC,"
                + " AES-256-GCM:AES-128-GCM:CHACHA20-POLY1305:AES-128-CBC:AES-192-CBC",
        "AES-192-GCM:AES-128-CBC:DEFAULT,"
                + " AES-192-GCM:AES-128-CBC:AES-256-GCM:AES-128-GCM:CHACHA20-POLY1305"
    })
    void theDefaultStandsWhereItIsNamedAndWhereNothingIs(String list, String offered) {
        Optional<String> named = Optional.of(list).filter(text -> !text.equals("-"));

        assertEquals(names(offered), Ciphers.offered(named, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "AES-256-GCM:?vollbit:AES-128-GCM, AES-256-GCM:AES-128-GCM",
        "?AES-256-GCM:?AES-128-GCM, AES-256-GCM:AES-128-GCM",
        "AES-256-GCM:?AES-128-CCM:AES-128-GCM, AES-256-GCM:AES-128-GCM",
        "AES-128-CBC:ChaCha20-Poly1305, AES-128-CBC:CHACHA20-POLY1305",
        "id-aes128-GCM:id-aes256-GCM, AES-128-GCM:AES-256-GCM"
    })
    void namesAreBroughtIntoOneForm(String list, String offered) {
        assertEquals(names(offered), Ciphers.named(list));
    }

    @ParameterizedTest
    @CsvSource({"?kugelfisch:?grasshopper", "vollbit", "''", "none"})
    void aListOfStrangersOffersNothing(String list) {
        assertEquals(List.of(), Ciphers.named(list));
    }

    /** The reference refuses the first and the third list and takes the others. */
    @ParameterizedTest
    @CsvSource({
        "AES-256-GCM:AES-128-CCM, AES-256-GCM, AES-128-CCM",
        "AES-256-GCM:none, AES-256-GCM, NONE",
        "Vollbit:Littlebit:AES-256-CBC:BF-CBC:?nixbit, AES-256-CBC,"
                + " VOLLBIT:LITTLEBIT:BF-CBC:NIXBIT",
        "BF-CBC:DEFAULT, AES-256-GCM:AES-128-GCM:CHACHA20-POLY1305, BF-CBC"
    })
    void whatIsNotOfferedIsLeftOutAndTold(String list, String offered, String told) {
        assertEquals(names(offered), Ciphers.named(list));
        assertEquals(names(told), Ciphers.notOffered(list));
    }

    /** Seven times is more than the 124 characters of the reference; once said is short. */
    @Test
    void aNameThatIsRepeatedIsOfferedOnce() {
        String list = String.join(":", Collections.nCopies(7, "ChaCha20-Poly1305"));

        assertEquals(List.of("CHACHA20-POLY1305"), Ciphers.named(list));
    }

    private static List<String> names(String list) {
        return List.of(list.split(":", -1));
    }
}
