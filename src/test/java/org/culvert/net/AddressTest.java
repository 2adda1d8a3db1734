package org.culvert.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Random;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1::, 1::",
        "::ffff:192.0.2.1, ::ffff:c000:201"
    })
    void isReadAndPrintedAsRfc5952Writes(String text, String printed) {
        assertEquals(printed, IpAddress.literal(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.-4",
                "a.b.c.d",
                " 1.2.3.4",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "g::",
                "[::1]",
                "fe80::1%eth0",
                "::1.2.3",
                "1:2:3:4:5:6:7::8::",
                "localhost"
            })
    void whatIsNoAddressIsNone(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @Test
    void survivesItsOctetsAndItsText() {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] octets = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(octets);
            if (i % 3 == 0) {
                java.util.Arrays.fill(octets, 1, octets.length - 1, (byte) 0);
            }
            IpAddress address = IpAddress.of(octets);

            assertArrayEquals(octets, address.octets());
            assertEquals(address, IpAddress.literal(address.toString()));
        }
    }

    @Test
    void aMaskClearsWhatFollowsThePrefix() {
        assertEquals("192.0.2.192", IpAddress.literal("192.0.2.201").masked(26).toString());
        assertEquals("0.0.0.0", IpAddress.literal("192.0.2.201").masked(0).toString());
        assertEquals("2001:db8::", IpAddress.literal("2001:db8::7").masked(64).toString());
        assertEquals(
                "2001:db8:0:0:8000::",
                IpAddress.literal("2001:db8::ffff:1:2:3").masked(65).toString());
    }

    @Test
    void aNetworkContainsItsOwnAndNoOther() {
        Cidr network = Cidr.literal("10.8.0.6/24");

        assertTrue(network.contains(IpAddress.literal("10.8.0.255")));
        assertFalse(network.contains(IpAddress.literal("10.8.1.0")));
        assertFalse(network.contains(IpAddress.literal("::10.8.0.6")));
        assertEquals("10.8.0.0/24", network.network().toString());
        assertTrue(Cidr.literal("0.0.0.0/0").contains(IpAddress.literal("203.0.113.7")));
    }

    @Test
    void networksOverlapWhereOneHoldsTheOther() {
        assertTrue(Cidr.literal("10.0.0.0/8").overlaps(Cidr.literal("10.8.0.0/24")));
        assertTrue(Cidr.literal("10.8.0.0/24").overlaps(Cidr.literal("10.0.0.0/8")));
        assertFalse(Cidr.literal("10.8.0.0/24").overlaps(Cidr.literal("10.8.1.0/24")));
        assertFalse(Cidr.literal("0.0.0.0/0").overlaps(Cidr.literal("::/0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/", "/8"})
    void aPrefixThatTheAddressHasNotIsNone(String text) {
        assertEquals(Optional.empty(), Cidr.parse(text));
    }

    @Test
    void anAddressAloneIsAWholePrefix() {
        assertEquals("10.0.0.1/32", Cidr.literal("10.0.0.1").toString());
        assertEquals("::1/128", Cidr.literal("::1").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7:1194", "[2001:db8::1]:1194", "0.0.0.0:1", "[::]:65535"})
    void anEndpointIsReadAsItIsPrinted(String text) {
        assertEquals(text, Endpoint.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "203.0.113.7:0",
                "203.0.113.7:65536",
                "[203.0.113.7]:1",
                "2001:db8::1:1194",
                "[2001:db8::1]",
                ":1194",
                "a:1194",
                "203.0.113.7:01"
            })
    void whatIsNoEndpointIsNone(String text) {
        assertEquals(Optional.empty(), Endpoint.parse(text));
    }

    @Test
    void aRouteHasNoHostBitsAndAGatewayOfItsOwnFamily() {
        assertEquals("10.8.0.0/24", Route.to(Cidr.literal("10.8.0.6/24")).destination().toString());
        var foreign = Optional.of(IpAddress.literal("::1"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Route(Cidr.literal("10.0.0.0/8"), foreign, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Route(Cidr.literal("10.0.0.0/8"), Optional.empty(), -1));
    }

    @Test
    void loopbackIsKnownInBothFamilies() {
        assertTrue(IpAddress.literal("127.9.9.9").isLoopback());
        assertTrue(IpAddress.literal("::1").isLoopback());
        assertFalse(IpAddress.literal("128.0.0.1").isLoopback());
        assertFalse(IpAddress.literal("::2").isLoopback());
    }
}
