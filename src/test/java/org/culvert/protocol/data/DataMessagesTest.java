package org.culvert.protocol.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

class DataMessagesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] PING = HEX.parseHex("2a187bf3641eb4cb07ed2d0a981fc748");
    private static final byte[] OCC = HEX.parseHex("287f346bd4ef7a812d56b8d3afc5459c");

    private final byte[] buffer = new byte[32];

    @Test
    void aPingIsItsMagicAndNothingElse() {
        int length = DataMessages.putPing(buffer, 3);

        assertEquals(HEX.formatHex(PING), HEX.formatHex(buffer, 3, 3 + length));
        assertTrue(DataMessages.isPing(PING, 0, PING.length));
        assertFalse(DataMessages.isPing(buffer, 3, length + 1));
        assertFalse(DataMessages.isPing(OCC, 0, OCC.length));
    }

    @Test
    void aGoodByeIsTheMagicAndSix() {
        int length = DataMessages.putExit(buffer, 0);

        assertEquals(HEX.formatHex(OCC) + "06", HEX.formatHex(buffer, 0, length));
        assertTrue(DataMessages.isExit(buffer, 0, length));
        assertTrue(DataMessages.isOcc(OCC, 0, OCC.length));
        assertFalse(DataMessages.isExit(OCC, 0, OCC.length));
        assertFalse(DataMessages.isOcc(PING, 0, PING.length));
    }
}
