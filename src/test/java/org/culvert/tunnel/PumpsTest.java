package org.culvert.tunnel;

import static org.culvert.tunnel.PumpBench.opened;
import static org.culvert.tunnel.PumpBench.packet;
import static org.culvert.tunnel.PumpBench.peerOpener;
import static org.culvert.tunnel.PumpBench.peerSealer;
import static org.culvert.tunnel.PumpBench.sealed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Transport;
import org.culvert.packet.EchoProbe;
import org.culvert.perf.Stage;
import org.culvert.platform.PlatformException;
import org.culvert.protocol.data.DataMessages;
import org.culvert.protocol.data.Drop;
import org.culvert.protocol.data.Opener;
import org.culvert.protocol.data.Sealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

class PumpsTest {
    private static final byte[] OWN = {10, 8, 0, 6};
    private static final byte[] GATEWAY = {10, 8, 0, 1};

    private final PumpBench bench;

    PumpsTest() throws PlatformException {
        bench = new PumpBench(Transport.UDP);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static long dropped(Pumps pumps, Drop reason) {
        return pumps.drops().counts().getOrDefault(reason, 0L);
    }

    private void up(int keyId) {
        bench.install(keyId);
        bench.pumps.sealWith(keyId);
    }

    @Test
    void packetsFlowBothWaysAndAreCountedOnce() throws Exception {
        up(0);
        Opener opener = peerOpener(0);
        Sealer sealer = peerSealer(0);
        for (int i = 0; i < 100; i++) {
            byte[] out = packet(20 + i * 10, i);
            byte[] in = packet(1200 - i, i);
            bench.tun.put(out);
            bench.link.put(sealed(sealer, in));
            assertArrayEquals(out, opened(opener, bench.link.written()).orElseThrow());
            assertArrayEquals(in, bench.tun.written());
        }

        DataCounters counters = bench.pumps.counters();
        assertEquals(100, counters.packetsIn());
        assertEquals(100, counters.packetsOut());
        assertEquals(100 * 20 + 4950 * 10, counters.bytesOut());
        assertEquals(100 * 1200 - 4950, counters.bytesIn());
        assertTrue(counters.lastOpenedNanos() > 0);
    }

    @Test
    void nothingIsReadFromTheTunBeforeThereIsAKey() throws Exception {
        bench.tun.put(packet(100, 1));
        bench.pumps.sendControl(ByteBuffer.wrap(new byte[] {0x38, 1, 2}));

        assertArrayEquals(new byte[] {0x38, 1, 2}, bench.link.written());
        assertTrue(bench.link.nothingWritten());
        up(0);
        assertEquals(100, opened(peerOpener(0), bench.link.written()).orElseThrow().length);
    }

    @Test
    void dataForAKeyThatWeHaveNotIsDropped() throws Exception {
        bench.link.put(sealed(peerSealer(3), packet(100, 1)));

        assertTrue(bench.counts(p -> dropped(p, Drop.NO_KEY), 1));
        assertTrue(bench.tun.nothingWritten());
    }

    @Test
    void theSameDatagramIsDeliveredOnceAndItsReplayCounted() throws Exception {
        up(0);
        byte[] datagram = sealed(peerSealer(0), packet(100, 1));

        bench.link.put(datagram);
        bench.link.put(datagram);

        assertTrue(bench.counts(p -> dropped(p, Drop.REPLAYED), 1));
        assertEquals(100, bench.tun.written().length);
        assertTrue(bench.tun.nothingWritten());
    }

    @Test
    void nothingUnauthenticatedReachesTheTun() throws Exception {
        up(0);
        var random = new Random(17);
        byte[] good = sealed(peerSealer(0), packet(100, 1));
        int forged = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] datagram = i % 2 == 0 ? good.clone() : new byte[1 + random.nextInt(200)];
            if (i % 2 == 0) {
                datagram[4 + random.nextInt(datagram.length - 4)] ^=
                        (byte) (1 << random.nextInt(8));
            } else {
                random.nextBytes(datagram);
                datagram[0] = 9 << 3;
            }
            bench.link.put(datagram);
            forged++;
        }
        int all = forged;

        assertTrue(bench.counts(p -> dropped(p, Drop.FORGED) + dropped(p, Drop.TOO_SHORT), all));
        assertTrue(bench.tun.nothingWritten());
        assertEquals(0, bench.pumps.counters().packetsIn());
        assertEquals(0, bench.pumps.counters().lastOpenedNanos());
        bench.link.put(good);
        assertEquals(100, bench.tun.written().length);
    }

    @Test
    void pingsAreAnsweredByNobodyAndCountedAsNoPacket() throws Exception {
        up(0);
        byte[] ping = new byte[16];
        DataMessages.putPing(ping, 0);
        Sealer sealer = peerSealer(0);

        bench.link.put(sealed(sealer, ping));
        bench.link.put(sealed(sealer, packet(50, 2)));

        assertEquals(50, bench.tun.written().length);
        assertEquals(1, bench.pumps.counters().packetsIn());
        bench.pumps.sendPing();
        byte[] ours = opened(peerOpener(0), bench.link.written()).orElseThrow();
        assertTrue(DataMessages.isPing(ours, 0, ours.length));
        assertEquals(0, bench.pumps.counters().packetsOut());
    }

    @Test
    void aGoodbyeInsideTheDataChannelIsTold() throws Exception {
        up(0);
        byte[] exit = new byte[17];
        DataMessages.putExit(exit, 0);

        bench.link.put(sealed(peerSealer(0), exit));

        assertEquals("uses 0", bench.told());
        assertEquals("leaves", bench.told());
        assertTrue(bench.tun.nothingWritten());
    }

    @Test
    void whatIsNoIpIsDropped() throws Exception {
        up(0);
        Sealer sealer = peerSealer(0);
        byte[] odd = packet(60, 1);
        odd[0] = 0x15;

        bench.link.put(sealed(sealer, odd));
        bench.link.put(sealed(sealer, Arrays.copyOf(packet(60, 1), 19)));

        assertTrue(bench.counts(p -> dropped(p, Drop.NOT_IP), 2));
        assertTrue(bench.tun.nothingWritten());
    }

    @Test
    void theAnswerToOurEchoIsOursAndOthersAreNot() throws Exception {
        up(0);
        var probe = new EchoProbe(OWN, GATEWAY, 77);
        Sealer sealer = peerSealer(0);
        bench.pumps.sendProbe(probe, 4);
        byte[] request = opened(peerOpener(0), bench.link.written()).orElseThrow();

        bench.link.put(sealed(sealer, answer(request)));
        bench.link.put(sealed(sealer, answer(new EchoProbe(OWN, GATEWAY, 78).request(4))));

        assertEquals("uses 0", bench.told());
        assertEquals("echo 4", bench.told());
        assertEquals(36, bench.tun.written().length);
        assertTrue(bench.tun.nothingWritten());
    }

    private static byte[] answer(byte[] request) {
        byte[] answer = request.clone();
        System.arraycopy(request, 12, answer, 16, 4);
        System.arraycopy(request, 16, answer, 12, 4);
        answer[20] = 0;
        return answer;
    }

    @Test
    void bothKeysOpenWhileOneIsExchangedForAnother() throws Exception {
        up(0);
        Sealer before = peerSealer(0);
        bench.install(1);
        bench.tun.put(packet(40, 1));
        assertTrue(opened(peerOpener(0), bench.link.written()).isPresent());

        bench.pumps.sealWith(1);
        bench.tun.put(packet(40, 2));
        byte[] fresh = bench.link.written();
        assertEquals(Optional.empty(), opened(peerOpener(0), fresh));
        assertTrue(opened(peerOpener(1), fresh).isPresent());
        bench.link.put(sealed(before, packet(41, 3)));
        bench.link.put(sealed(peerSealer(1), packet(42, 4)));
        assertEquals(41, bench.tun.written().length);
        assertEquals(42, bench.tun.written().length);

        bench.pumps.forget(0);
        bench.link.put(sealed(before, packet(43, 5)));
        assertTrue(bench.counts(p -> dropped(p, Drop.NO_KEY), 1));
    }

    @Test
    void aKeyIdThatComesAgainIsANewKey() throws Exception {
        up(1);
        bench.link.put(sealed(peerSealer(1), packet(40, 1)));
        assertEquals("uses 1", bench.told());
        bench.tun.written();

        up(1);
        bench.link.put(sealed(peerSealer(1), packet(40, 1)));

        assertEquals("uses 1", bench.told());
        assertEquals(40, bench.tun.written().length);
    }

    @Test
    void controlPacketsGoToTheControlThread() throws Exception {
        bench.link.put(new byte[] {0x40, 1, 2, 3});
        bench.link.put(new byte[0]);
        bench.link.put(new byte[] {0x28, 1});

        assertEquals("control 4", bench.told());
        assertEquals("control 2", bench.told());
        assertTrue(bench.nothingTold());
    }

    @Test
    void aRefusedDatagramEndsNoPump() throws Exception {
        up(0);
        bench.link.fail(new PlatformException("recv", 111, "Connection refused"));
        assertEquals("failed recv: [111] Connection refused", bench.told());

        bench.link.put(sealed(peerSealer(0), packet(70, 1)));

        assertEquals(70, bench.tun.written().length);
    }

    @Test
    void everyStageOfAPacketIsMetered() throws Exception {
        up(0);
        bench.tun.put(packet(100, 1));
        bench.link.written();
        bench.link.put(sealed(peerSealer(0), packet(100, 1)));
        bench.tun.written();

        assertTrue(bench.counts(p -> p.stages().counts().getOrDefault(Stage.OPEN, 0L), 1));
        assertTrue(bench.counts(p -> p.stages().counts().getOrDefault(Stage.SEAL, 0L), 1));
        assertTrue(entered(bench, Stage.IDLE) > 0);
        assertEquals(0, entered(bench, Stage.REASSEMBLE), "a datagram is whole");
    }

    private static long entered(PumpBench bench, Stage stage) {
        return bench.pumps.stages().counts().getOrDefault(stage, 0L);
    }

    @Test
    void closingEndsTheLinkAndLeavesTheTunOpen() {
        up(0);
        bench.pumps.close();

        assertTrue(bench.link.isClosed());
        assertFalse(bench.tun.isClosed());
    }

    @Test
    void overAStreamEveryPacketHasItsLengthInFront() throws Exception {
        try (var stream = new PumpBench(Transport.TCP)) {
            stream.install(0);
            stream.pumps.sealWith(0);
            stream.tun.put(packet(300, 1));
            byte[] framed = stream.link.written();
            assertEquals(framed.length - 2, ((framed[0] & 0xff) << 8) | (framed[1] & 0xff));
            byte[] datagram = Arrays.copyOfRange(framed, 2, framed.length);
            assertEquals(300, opened(peerOpener(0), datagram).orElseThrow().length);

            byte[] back = sealed(peerSealer(0), packet(200, 2));
            byte[] octets =
                    ByteBuffer.allocate(back.length + 2)
                            .putShort((short) back.length)
                            .put(back)
                            .array();
            for (byte octet : octets) {
                stream.link.put(new byte[] {octet});
            }
            assertEquals(200, stream.tun.written().length);
            assertTrue(entered(stream, Stage.REASSEMBLE) > 0);
        }
    }

    @Test
    void aStreamThatIsNoneEndsItsPump() throws Exception {
        try (var stream = new PumpBench(Transport.TCP)) {
            stream.link.put(new byte[] {0, 0, 1, 2});

            assertTrue(stream.told().startsWith("failed read 192.0.2.1:1194"));
        }
    }
}
