package org.culvert.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class EchoProbeTest {
    private static final byte[] OWN = {10, 8, 0, 6};
    private static final byte[] GATEWAY = {10, 8, 0, 1};

    private final EchoProbe probe = new EchoProbe(OWN, GATEWAY, 0x1234);

    /** What the gateway makes of a request. */
    private static byte[] answer(byte[] request) {
        byte[] answer = request.clone();
        System.arraycopy(request, 12, answer, 16, 4);
        System.arraycopy(request, 16, answer, 12, 4);
        answer[20] = 0;
        return answer;
    }

    @Test
    void aRequestIsAWholePacketWithBothChecksums() {
        byte[] packet = probe.request(7);

        assertEquals(0, Checksum.fold(Checksum.add(0, packet, 0, 20)));
        assertEquals(0, Checksum.fold(Checksum.add(0, packet, 20, packet.length - 20)));
        assertEquals(packet.length, packet[3]);
        assertArrayEquals(OWN, Arrays.copyOfRange(packet, 12, 16));
        assertArrayEquals(GATEWAY, Arrays.copyOfRange(packet, 16, 20));
        assertEquals(8, packet[20]);
    }

    @Test
    void anAnswerIsKnownByItsNumber() {
        byte[] answer = answer(probe.request(513));

        assertEquals(513, probe.answered(answer, 0, answer.length));
    }

    @Test
    void theAnswerIsFoundWhereverItStandsInTheBuffer() {
        byte[] answer = answer(probe.request(9));
        byte[] buffer = new byte[200];
        System.arraycopy(answer, 0, buffer, 77, answer.length);

        assertEquals(9, probe.answered(buffer, 77, answer.length));
    }

    @Test
    void whatAnotherProgramAskedIsNotOurs() {
        byte[] foreign = answer(new EchoProbe(OWN, GATEWAY, 0x4321).request(7));
        byte[] request = probe.request(7);

        assertEquals(-1, probe.answered(foreign, 0, foreign.length));
        assertEquals(-1, probe.answered(request, 0, request.length));
    }

    @Test
    void anAnswerOfAnotherLengthProtocolOrSenderIsNotOurs() {
        byte[] answer = answer(probe.request(7));

        assertEquals(-1, probe.answered(answer, 0, answer.length - 1));
        for (int place : new int[] {0, 9, 12, 16, 20, 24}) {
            byte[] changed = answer.clone();
            changed[place] ^= 0x11;
            assertEquals(-1, probe.answered(changed, 0, changed.length), "octet " + place);
        }
    }
}
