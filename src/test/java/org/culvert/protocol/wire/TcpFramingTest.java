package org.culvert.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class TcpFramingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 4096})
    void findsThePacketsHoweverTheStreamIsCut(int chunk) {
        var random = new Random(chunk);
        var stream = new ByteArrayOutputStream();
        var sent = new ArrayList<byte[]>();
        for (int i = 0; i < 300; i++) {
            byte[] packet = new byte[1 + random.nextInt(i == 17 ? 65535 : 1500)];
            random.nextBytes(packet);
            sent.add(packet);
            stream.write(packet.length >> 8);
            stream.write(packet.length);
            stream.writeBytes(packet);
        }

        List<byte[]> received = receive(stream.toByteArray(), chunk);

        assertEquals(sent.size(), received.size());
        for (int i = 0; i < sent.size(); i++) {
            assertArrayEquals(sent.get(i), received.get(i));
        }
    }

    @Test
    void aLengthOfZeroBreaksTheStream() {
        var framing = new TcpFraming();
        framing.put(ByteBuffer.wrap(new byte[] {0, 0, 1}));
        assertEquals(TcpFraming.BROKEN, framing.next());
    }

    @Test
    void aLengthAboveTheLimitBreaksTheStreamAndOneAtTheLimitDoesNot() {
        var framing = new TcpFraming();
        framing.limit(2048);
        framing.put(ByteBuffer.wrap(new byte[] {8, 1}));
        assertEquals(TcpFraming.BROKEN, framing.next());

        var other = new TcpFraming();
        other.limit(2048);
        other.put(ByteBuffer.wrap(new byte[] {8, 0}));
        assertEquals(TcpFraming.INCOMPLETE, other.next());
    }

    private static List<byte[]> receive(byte[] stream, int chunk) {
        var framing = new TcpFraming();
        var received = new ArrayList<byte[]>();
        for (int at = 0; at < stream.length; at += chunk) {
            int length = Math.min(chunk, stream.length - at);
            framing.put(ByteBuffer.wrap(stream, at, length));
            for (int n = framing.next(); n > 0; n = framing.next()) {
                int start = framing.offset();
                received.add(Arrays.copyOfRange(framing.buffer(), start, start + n));
            }
        }
        return received;
    }
}
