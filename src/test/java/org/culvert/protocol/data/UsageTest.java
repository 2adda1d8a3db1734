package org.culvert.protocol.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    /** The second number of each row is what OpenVPN lets pass. */
    @ParameterizedTest
    @CsvSource({"1600, 680390858", "9000, 122059461"})
    void noMorePacketsPassThanThePeerWouldAllowAndHardlyFewer(int octets, long packets) {
        int each = 1 + (octets + 15) / 16;
        long ours = Usage.LIMIT / each;

        assertTrue(ours <= packets && ours > packets / 1000 * 998, "packets: " + ours);
        var usage = new Usage(DataCipher.AES_256_GCM, Usage.LIMIT / 8 * 7 - each, 0);
        usage.count(octets);
        assertFalse(usage.worn());
        usage.count(octets);
        assertTrue(usage.worn());
    }

    @Test
    void anAesKeyIsWornAtSevenEighthsOfTheLimit() {
        long worn = Usage.LIMIT / 8 * 7;
        var usage = new Usage(DataCipher.AES_128_GCM, worn - 2, 0);

        usage.count(16);
        assertFalse(usage.worn());
        usage.count(0);
        assertTrue(usage.worn());
    }

    @Test
    void chaChaIsNeverWornByUse() {
        assertFalse(new Usage(DataCipher.CHACHA20_POLY1305, Long.MAX_VALUE / 2, 0).worn());
    }

    @Test
    void forgeriesWearAKeyOutAndCloseItInTheEnd() {
        var usage = new Usage(DataCipher.CHACHA20_POLY1305, 0, 1L << 35);
        assertFalse(usage.worn());
        usage.countForgery();
        assertTrue(usage.worn());
        assertFalse(usage.exhausted());
        var most = new Usage(DataCipher.AES_256_GCM, 0, 1L << 36);
        most.countForgery();
        assertTrue(most.exhausted());
    }
}
