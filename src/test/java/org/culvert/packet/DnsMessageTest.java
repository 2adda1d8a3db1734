package org.culvert.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class DnsMessageTest {
    private static final String QUESTION = "076578616d706c6503636f6d0000010001";

    /** RFC 1035 4.1: an answer with an alias and two addresses, names compressed. */
    private static final String ANSWER =
            "abcd81800001000300000000"
                    + QUESTION
                    + "c00c0005000100000e100006037777"
                    + "77c00c"
                    + "c00c0001000100000e100004c0000201"
                    + "c00c0001000100000e100004c0000202";

    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text));
    }

    @Test
    void asksAsRfc1035Writes() {
        assertArrayEquals(
                hex("abcd01000001000000000000" + QUESTION).array(),
                DnsMessage.question(0xabcd, "example.com", DnsMessage.A).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "a.", ".a"})
    void aNameWithAnEmptyLabelIsNone(String name) {
        assertEquals(Optional.empty(), DnsMessage.question(1, name, DnsMessage.A));
    }

    @Test
    void aLabelHasAtMost63Octets() {
        assertTrue(DnsMessage.question(1, "a".repeat(63) + ".b", DnsMessage.A).isPresent());
        assertFalse(DnsMessage.question(1, "a".repeat(64) + ".b", DnsMessage.A).isPresent());
    }

    @Test
    void aNameHasAtMost253Octets() {
        String label = "a".repeat(49) + ".";
        assertTrue(DnsMessage.question(1, label.repeat(5) + "abc", DnsMessage.A).isPresent());
        assertFalse(DnsMessage.question(1, label.repeat(5) + "abcd", DnsMessage.A).isPresent());
    }

    @Test
    void readsTheAddressesBehindAnAlias() {
        List<byte[]> found = DnsMessage.addresses(hex(ANSWER), 0xabcd, DnsMessage.A).orElseThrow();

        assertEquals(2, found.size());
        assertArrayEquals(new byte[] {(byte) 192, 0, 2, 1}, found.getFirst());
        assertArrayEquals(new byte[] {(byte) 192, 0, 2, 2}, found.getLast());
    }

    @Test
    void readsAnAddressOfIpv6() {
        String answer =
                "000181800001000100000000"
                        + "076578616d706c6503636f6d00001c0001"
                        + "c00c001c000100000e10001020010db8000000000000000000000007";

        List<byte[]> found = DnsMessage.addresses(hex(answer), 1, DnsMessage.AAAA).orElseThrow();

        assertEquals(16, found.getFirst().length);
    }

    @Test
    void aNameWithoutAddressesIsAnEmptyAnswer() {
        var nothing = hex("000181830001000000000000" + QUESTION);

        assertEquals(Optional.of(List.of()), DnsMessage.addresses(nothing, 1, DnsMessage.A));
    }

    @Test
    void anotherNumberOrAQuestionIsNoAnswer() {
        assertEquals(Optional.empty(), DnsMessage.addresses(hex(ANSWER), 0xabce, DnsMessage.A));
        var question = hex("000101000001000000000000" + QUESTION);
        assertEquals(Optional.empty(), DnsMessage.addresses(question, 1, DnsMessage.A));
    }

    @Test
    void everyTruncationIsNoAnswer() {
        byte[] whole = hex(ANSWER).array();
        for (int length = 0; length < whole.length; length++) {
            var part = ByteBuffer.wrap(whole, 0, length).slice();
            assertEquals(
                    Optional.empty(),
                    DnsMessage.addresses(part, 0xabcd, DnsMessage.A),
                    "octets: " + length);
        }
    }

    @Test
    void anyOctetsMayCome() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(120)];
            random.nextBytes(octets);
            if (octets.length > 2) {
                octets[0] = 0;
                octets[1] = 1;
                octets[2] |= (byte) 0x80;
            }
            DnsMessage.addresses(ByteBuffer.wrap(octets), 1, DnsMessage.A)
                    .ifPresent(found -> assertTrue(found.stream().allMatch(a -> a.length == 4)));
        }
    }
}
