package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class CipherChoiceTest {
    /** Our list, the client's lines, the cipher of its options string, what is chosen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHACHA20_POLY1305:AES-128-GCM|IV_YOLO=NO/IV_BAR=7|BF-CBC|",
                "CHACHA20_POLY1305:AES-128-GCM:BF-CBC:none|IV_YOLO=NO/IV_BAR=7|BF-CBC|BF-CBC",
                "CHACHA20_POLY1305:AES-128-GCM|IV_NCP=1/IV_BAR=7|AES-128-GCM|AES-128-GCM",
                "CHACHA20_POLY1305:AES-128-GCM||AES-128-GCM|AES-128-GCM",
                "CHACHA20_POLY1305:AES-128-GCM||none|",
                "CHACHA20_POLY1305:AES-128-GCM:BF-CBC:none||none|none",
                "CHACHA20_POLY1305:AES-128-GCM|||",
                "CHACHA20_POLY1305:AES-128-GCM:AES-256-GCM|IV_YOLO=NO/IV_NCP=2/IV_BAR=7|BF-CBC|AES-128-GCM",
                "CHACHA20_POLY1305:AES-128-GCM:AES-256-GCM|IV_NCP=2/IV_BAR=7|CHACHA20_POLY1305|CHACHA20_POLY1305",
                "CHACHA20_POLY1305:AES-128-GCM:AES-256-GCM|IV_CIPHERS=AES-128-GCM|AES-256-CBC|AES-128-GCM",
                "CHACHA20_POLY1305:AES-128-GCM:AES-256-GCM|IV_FOO=7/IV_CIPHERS=AES-256-GCM/IV_NCP=2|AES-256-CBC|AES-256-GCM"
            })
    void theFirstOfOursThatTheClientCanIsChosen(
            String ours, String lines, String plain, String chosen) {
        String peerInfo = lines == null ? "" : lines.replace('/', '\n');
        String options = plain == null ? "V4" : "V4,dev-type tun,cipher " + plain;

        assertEquals(
                Optional.ofNullable(chosen),
                CipherChoice.of(List.of(ours.split(":", -1)), peerInfo, options));
    }

    @Test
    void abilitiesAreReadFromTheBitsOfTheClient() {
        var ours = ClientAbilities.of(PeerInfo.lines("0.1.0", List.of("AES-256-GCM"), 1600));
        assertEquals(true, ours.dataV2() && ours.requestPush() && ours.keyExport());
        assertEquals("cc-exit tls-ekm dyn-tls-crypt", ours.protocolFlags(false));
        var none = ClientAbilities.of("IV_VER=2.3\nIV_PROTO=x\n");
        assertEquals(false, none.dataV2() || none.requestPush() || none.epochs());
        assertEquals("", none.protocolFlags(false));
    }
}
