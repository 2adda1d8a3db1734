package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.platform.Dial;
import org.culvert.platform.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Stream;

class LinuxUdpLinkTest {
    private static NativeBatch batch(int... lengths) {
        var batch = new NativeBatch(32, 10_240);
        for (int length : lengths) {
            int at = batch.next();
            batch.slab().put(at, octets(batch.count(), length));
            batch.add(at, length);
        }
        return batch;
    }

    private static byte[] octets(int index, int length) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) (index + 1));
        return octets;
    }

    private static int[] lengths(String words) {
        return Stream.of(words.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1400, 1",
        "1400 1400 1400, 3",
        "1400 1400 60, 3",
        "1400 1400 60 60, 3",
        "60 1400 1400, 1",
        "1400 60 1400, 2",
        "10000 10000 10000 10000 10000 10000 10000, 6"
    })
    void datagramsOfOneSizeAndAShorterLastGoTogether(String words, int together) {
        try (NativeBatch batch = batch(lengths(words))) {
            assertEquals(together, Segments.run(batch, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100",
        "1400 1400 1400 1400 60",
        "60 1400 1400 60 60 60 1400",
        "9000 9000 9000 9000 9000 9000 9000 9000 9000 1"
    })
    void whatIsSentArrivesAsItWasCutAndInOrder(String words) throws Exception {
        int[] sent = lengths(words);
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            peer.setSoTimeout(5000);
            peer.setReceiveBufferSize(1 << 20);
            LinuxUdpLink link = link(peer);
            try (NativeBatch batch = batch(sent)) {
                assertEquals(sent.length, link.send(batch));
            } finally {
                link.close();
            }
            for (int i = 0; i < sent.length; i++) {
                assertArrayEquals(octets(i, sent[i]), received(peer));
            }
        }
    }

    @Test
    void nothingWaitsMeansNoPacketAndNoError() throws Exception {
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                NativeBatch batch = batch()) {
            LinuxUdpLink link = link(peer);
            assertEquals(0, link.receive(batch));
            link.close();
        }
    }

    private static LinuxUdpLink link(DatagramSocket peer) throws PlatformException {
        var remote = new Endpoint(IpAddress.literal("127.0.0.1"), peer.getLocalPort());
        return LinuxUdpLink.open(new Dial(remote, Transport.UDP, 0));
    }

    private static byte[] received(DatagramSocket peer) throws IOException {
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        peer.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
