package org.culvert.protocol.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.net.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

class RelayHeaderTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7:1194, 00000001c000020704aa",
        "[2001:db8::1]:443, 0000000420010db800000000000000000000000101bb"
    })
    void namesTheServer(String server, String header) {
        byte[] octets = RelayHeader.towards(Endpoint.parse(server).orElseThrow());

        assertEquals(header, HexFormat.of().formatHex(octets));
        assertEquals(octets.length, RelayHeader.length(octets, octets.length));
    }

    @Test
    void aNameMayComeBack() {
        assertEquals(8, RelayHeader.length(HexFormat.of().parseHex("0000000301780001ff"), 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000001",
                "00000101c000020704aa",
                "00010001c000020704aa",
                "0000000900",
                "00000001c0000207",
                "0000000320000001"
            })
    void whatIsNoneOfARelayIsDropped(String octets) {
        byte[] datagram = HexFormat.of().parseHex(octets);

        assertEquals(-1, RelayHeader.length(datagram, datagram.length));
    }
}
