package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;

class PushUpdateTest {
    private static final List<String> BEFORE =
            List.of(
                    "route 10.1.0.0",
                    "dns search-domains a",
                    "ifconfig 10.8.0.2 10.8.0.1",
                    "ping 9");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUSH_UPDATE,dhcp-option DNS 8.8.8.8, route 0.0.0.0 0.0.0.0 10.10.10.1|true",
                "PUSH_UPDATEerr,dhcp-option DNS 8.8.8.8|false",
                "PUSH_UPDATE ,dhcp-option DNS 8.8.8.8|false",
                "PUSH_UPDATE, -?dns, route something, ?dhcp-option DNS 8.8.8.8|true",
                "PUSH_UPDATE, -dhcp-option, ?-dns|false",
                "PUSH_UPDATE, dev tun|false",
                "PUSH_UPDATE,-dhcp-option, route 10.10.10.0, dhcp-option DNS 1.1.1.1, route"
                        + " 10.11.12.0, dhcp-option DOMAIN corp.local, keepalive 10 60|true"
            })
    void knowsGoodChangesFromBadOnes(String message, boolean good) {
        boolean taken =
                ServerMessage.parse(message) instanceof ServerMessage.PushUpdate(var items, _)
                        && new PushUpdate(BEFORE).take(items);

        assertEquals(good, taken);
    }

    @Test
    void aListIsReplacedOnceAndThenGrowsOverAllParts() {
        var update = new PushUpdate(BEFORE);
        for (int part = 0; part < 3; part++) {
            int from = 3 * part;
            assertTrue(
                    update.take(
                            IntStream.range(from, from + 3)
                                    .mapToObj(i -> "route 10." + (20 + i) + ".0.0 255.255.0.0")
                                    .toList()));
        }

        long routes = update.options().stream().filter(o -> o.startsWith("route")).count();
        assertEquals(9, routes);
        assertFalse(update.options().contains("route 10.1.0.0"));
        assertTrue(update.options().contains("ping 9"), "what is not named stays");
    }

    @Test
    void aSingleValueIsReplacedEachTimeAndAMinusTakesAllAway() {
        var update = new PushUpdate(BEFORE);
        assertTrue(update.take(List.of("ifconfig 1.1.1.1 2.2.2.2", "ifconfig 3.3.3.3 4.4.4.4")));
        assertTrue(update.take(List.of("-dns")));

        assertEquals(
                List.of("route 10.1.0.0", "ping 9", "ifconfig 3.3.3.3 4.4.4.4"), update.options());
    }

    @Test
    void whatCannotBeChangedIsRefusedUnlessItIsOptional() {
        assertFalse(new PushUpdate(BEFORE).take(List.of("cipher AES-256-GCM")));
        assertFalse(new PushUpdate(BEFORE).take(List.of("-route 10.1.0.0")));
        assertFalse(new PushUpdate(BEFORE).take(List.of("")));
        var update = new PushUpdate(BEFORE);
        assertTrue(update.take(List.of("?cipher AES-256-GCM", "-?peer-id")));
        assertEquals(BEFORE, update.options());
    }

    @Test
    void aChangeIsBounded() {
        List<String> many = IntStream.range(0, 2100).mapToObj(i -> "route 10.0.0." + i).toList();

        assertFalse(new PushUpdate(BEFORE).take(many));
    }
}
