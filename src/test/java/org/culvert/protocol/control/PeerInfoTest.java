package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.List;

class PeerInfoTest {
    private static final int OF_2_6 = 990;
    private static final int OF_2_7 = 8094;
    private static final int AUTH_PENDING_WORDS = 16;
    private static final List<String> CIPHERS =
            List.of("AES-256-GCM", "AES-128-GCM", "CHACHA20-POLY1305");

    private static final String LINES = PeerInfo.lines("2.6.14", CIPHERS, 1600);

    @Test
    void theLinesAreThoseOfAClientOfTodayButForItsAbilities() {
        assertEquals(
                """
                IV_VER=2.6.14
                IV_PLAT=linux
                IV_TCPNL=1
                IV_MTU=1600
                IV_NCP=2
                IV_CIPHERS=AES-256-GCM:AES-128-GCM:CHACHA20-POLY1305
                IV_PROTO=990
                IV_LZO_STUB=1
                IV_COMP_STUB=1
                IV_COMP_STUBv2=1
                """,
                LINES.replaceFirst("IV_PROTO=\\d+", "IV_PROTO=" + OF_2_6));
    }

    @Test
    void everyAbilityIsOneThatClientsOfTodayHave() {
        int ours = Integer.parseInt(PeerInfo.value(LINES, "IV_PROTO").orElseThrow());

        assertEquals(0, ours & ~(OF_2_6 | OF_2_7));
        assertEquals(0, (OF_2_6 | OF_2_7) & ~(ours | AUTH_PENDING_WORDS));
    }

    @Test
    void theOldWordForNegotiationIsOnlySaidWithBothOfItsCiphers() {
        assertFalse(PeerInfo.lines("1", List.of("AES-256-GCM"), 1500).contains("IV_NCP"));
    }
}
