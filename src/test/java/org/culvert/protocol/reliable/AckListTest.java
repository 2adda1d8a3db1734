package org.culvert.protocol.reliable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class AckListTest {
    private final AckList acks = new AckList();

    @Test
    void newIdsStandInFrontOfThoseSentBefore() {
        take(8, 2, 1, 3);
        assertEquals(List.of(2, 1, 3), acks.recent());

        take(8, 3, 2);
        assertEquals(List.of(3, 2, 1), acks.recent());

        take(8, 5, 6, 7, 8, 9, 10, 11);
        assertEquals(List.of(5, 6, 7, 8, 9, 10, 11, 3), acks.recent());
    }

    @Test
    void aClientThatReceivedThreeSaysThemNewestFirst() {
        take(4, 0);
        take(4, 1);
        acks.add(2);

        assertEquals(List.of(2, 1, 0), acks.take(4));
    }

    @Test
    void oneIdIsRememberedOnceAndTheStoreIsBounded() {
        for (int i = 0; i < 8; i++) {
            assertTrue(acks.add(i));
            assertTrue(acks.add(i));
        }
        assertFalse(acks.add(8));
        assertEquals(8, acks.take(8).size());
        assertFalse(acks.isPending());
    }

    private void take(int most, int... ids) {
        for (int id : ids) {
            acks.add(id);
        }
        acks.take(most);
    }
}
