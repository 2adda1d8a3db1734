package org.culvert.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Cidr;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private final Seats seats = new Seats(Cidr.literal("10.98.0.0/24"));

    @Test
    void eightSitAndTheNinthStands() {
        for (int i = 0; i < Seats.MOST; i++) {
            assertEquals(i, seats.take().orElseThrow().number());
        }

        assertTrue(seats.take().isEmpty());
    }

    @Test
    void aSeatThatIsLeftIsGivenAgain() {
        Seats.Seat first = seats.take().orElseThrow();
        seats.take();
        seats.free(first);

        assertEquals(first, seats.take().orElseThrow());
    }

    @Test
    void theServerHasTheFirstAddressAndClientsTheNext() {
        Seats.Seat first = seats.take().orElseThrow();

        assertEquals("10.98.0.1", seats.server().toString());
        assertEquals("10.98.0.2", first.address().toString());
        assertEquals("ifconfig 10.98.0.2 255.255.255.0", seats.ifconfig(first));
    }
}
