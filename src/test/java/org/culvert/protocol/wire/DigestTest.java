package org.culvert.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HexFormat;
import java.util.Optional;

class DigestTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String LOREM =
            "4c6f72656d20697073756d20646f6c6f722073697420616d65742c20636f6e736563746574757220"
                + "61646970697369636920656c69742c2073656420656975736d6f642074656d706f7220696e636964"
                + "756e74207574206c61626f726520657420646f6c6f7265206d61676e6120616c697175612e";

    @Test
    void theHmacOfAKnownTextIsKnown() {
        var key = Secret.of(HEX.parseHex("0b" + "00".repeat(19)));

        byte[] mac = Digest.SHA1.mac(key).doFinal(HEX.parseHex(LOREM + LOREM));

        assertEquals("58ea5af04294e917ed84b9f0833023ae8ba77eb8", HEX.formatHex(mac));
    }

    @ParameterizedTest
    @EnumSource
    void anHmacIsAsLongAsItsDigestSays(Digest digest) {
        var key = Secret.of(new byte[digest.length()]);

        assertEquals(digest.length(), digest.mac(key).doFinal().length);
        assertEquals(Optional.of(digest), Digest.named(digest.openvpnName()));
    }

    @ParameterizedTest
    @CsvSource({"sha256, SHA256", "SHA-256, SHA256", "RSA-SHA1, SHA1", "sha3-256, SHA3_256"})
    void aDigestHasMoreThanOneName(String name, Digest digest) {
        assertEquals(Optional.of(digest), Digest.named(name));
    }

    @ParameterizedTest
    @CsvSource({"none", "SHA", "whirlpool", "''"})
    void anUnknownNameIsNoDigest(String name) {
        assertEquals(Optional.empty(), Digest.named(name));
    }
}
