package org.culvert.protocol.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a peer without any key can do before it is known. */
class HostileServerTest {
    private static final Party SERVER = TestPki.make().by(Ends.CA);
    private static final long MOST_OCTETS = 64 * 1024;

    /** The two lies: the length of all certificates, and that of the first. */
    @ParameterizedTest
    @ValueSource(strings = {"ffffff000003", "000006ffffff"})
    void sixteenMegabytesAnnouncedUnderEncryptionCostNothing(String lie) {
        byte[] message = HexFormat.of().parseHex("00" + lie + "000000");
        List<TlsOutput> outputs = List.of();
        long octets = 0;
        for (int i = 0; i < 2; i++) { // the first time loads classes
            TlsEngine client = Ends.any().version(13).client();
            byte[] flight = new LyingServer(message).answer(client.start());
            var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = bean.getCurrentThreadAllocatedBytes();
            outputs = client.receive(flight);
            octets = bean.getCurrentThreadAllocatedBytes() - before;
        }

        assertRefused(outputs, "decode error");
        assertTrue(octets < 1024 * 1024, octets + " octets allocated, key exchange and all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffff000003", "000006ffffff"})
    void sixteenMegabytesAnnouncedInPlainCostNothing(String lie) {
        byte[] hello = serverHello12();
        byte[] certificate = HexFormat.of().parseHex("160303000d0b000009" + lie + "000000");

        var outcome =
                allocated(
                        () -> {
                            TlsEngine client = begun(12);
                            client.receive(hello);
                            return client;
                        },
                        client -> client.receive(certificate));

        assertRefused(outcome.outputs(), "decode error");
        assertTrue(outcome.octets() < MOST_OCTETS, outcome.octets() + " octets allocated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "160303000402ffffff", // a message of 16 MB
                "160303000716000003ffffff", // an OCSP answer
                "160303000717000003ffffff", // supplemental data
                "160303000715000003ffffff", // addresses of certificates
                "160303000719000003ffffff", // compressed certificates
                "16030300070b000003ffffff" // certificates before any hello
            })
    void whatNobodyAskedForIsRefusedAtOnce(String record) {
        byte[] octets = HexFormat.of().parseHex(record);

        var outcome = allocated(() -> begun(13), client -> client.receive(octets));

        assertInstanceOf(TlsOutput.Failed.class, outcome.outputs().getLast());
        assertTrue(outcome.octets() < MOST_OCTETS, outcome.octets() + " octets allocated");
    }

    @Test
    void afterARefusalNothingMoreIsTaken() {
        TlsEngine client = begun(13);
        client.receive(HexFormat.of().parseHex("160303000402ffffff"));

        assertEquals(List.of(), client.receive(new byte[] {1}));
    }

    @Test
    void aRecordLongerThanAnyMayBeIsRefusedAtItsHeader() {
        TlsEngine client = Ends.any().client();
        client.start();

        assertRefused(
                client.receive(HexFormat.of().parseHex("170303ffff")),
                "what the server sent is malformed");
    }

    @Test
    void certificateMessagesFitOnlyWhereEveryLengthDoes() {
        assertTrue(fits("000000", false));
        assertTrue(fits("000004000001aa", false));
        assertTrue(fits("00000006000001aa0000", true));
        assertTrue(fits("01ff000007000001aa0001bb", true));
        assertFalse(fits("", true));
        assertFalse(fits("0000", false));
        assertFalse(fits("000003000001aa", false));
        assertFalse(fits("000004000002aa", false));
        assertFalse(fits("000002aabb", false));
        assertFalse(fits("00000006000001aa0001", true));
        assertFalse(fits("00000005000001aa00", true));
        assertFalse(fits("05000000", true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomOctetsNeverThrow(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            TlsEngine engine = i % 2 == 0 ? Ends.any().client() : Ends.any().as(SERVER).server();
            engine.start();
            byte[] octets = new byte[1 + random.nextInt(400)];
            random.nextBytes(octets);
            if (random.nextBoolean()) {
                System.arraycopy(
                        new byte[] {22, 3, 3, 0}, 0, octets, 0, Math.min(4, octets.length));
            }
            engine.receive(octets);
            engine.receive(octets);
            engine.send(new byte[3]);
            engine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void aChangedOctetAnywhereNeverThrowsAndNeverPassesForTheServer(int version) {
        var random = new Random(version);
        for (int i = 0; i < 150; i++) {
            Ends ends = Ends.any().version(version);
            TlsEngine client = ends.client();
            TlsEngine server = ends.as(SERVER).server();
            server.start();
            byte[] flight = octets(server.receive(octets(client.start())));
            int[] places = contents(flight);
            flight[places[random.nextInt(places.length)]] ^= (byte) (1 << random.nextInt(8));

            List<TlsOutput> outputs = client.receive(flight);

            assertFalse(
                    outputs.stream().anyMatch(TlsOutput.Established.class::isInstance),
                    () -> "established on a changed flight: " + outputs);
        }
    }

    private static boolean fits(String hex, boolean v13) {
        return MessageBounds.fits(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), v13);
    }

    private static byte[] serverHello12() {
        Ends ends = Ends.any().version(12).groups(23);
        TlsEngine server = ends.as(SERVER).server();
        server.start();
        byte[] flight = octets(server.receive(octets(ends.client().start())));
        int length = 5 + ByteBuffer.wrap(flight).getShort(3);
        return Arrays.copyOf(flight, length);
    }

    private static void assertRefused(List<TlsOutput> outputs, String reason) {
        var failed = assertInstanceOf(TlsOutput.Failed.class, outputs.getLast());
        var failure = assertInstanceOf(Failure.HandshakeFailed.class, failed.failure());
        String said = FailureText.of(failure.reason(), Locale.ENGLISH);
        assertTrue(said.contains(reason), said);
    }

    /** Places inside records; the version before them and the dummy record mean nothing. */
    private static int[] contents(byte[] flight) {
        var places = IntStream.builder();
        for (int at = 0; at < flight.length; ) {
            int end = at + 5 + ByteBuffer.wrap(flight).getShort(at + 3);
            if (flight[at] != 20) {
                IntStream.range(at + 5, end).forEach(places);
            }
            at = end;
        }
        return places.build().toArray();
    }

    /** What a step answers, and the octets of heap it takes once its classes are loaded. */
    private record Outcome(List<TlsOutput> outputs, long octets) {}

    private static Outcome allocated(
            Supplier<TlsEngine> begun, Function<TlsEngine, List<TlsOutput>> step) {
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var _ = step.apply(begun.get());
        TlsEngine engine = begun.get();
        long before = bean.getCurrentThreadAllocatedBytes();
        List<TlsOutput> outputs = step.apply(engine);
        return new Outcome(outputs, bean.getCurrentThreadAllocatedBytes() - before);
    }

    private static TlsEngine begun(int version) {
        TlsEngine client = Ends.any().version(version).client();
        client.start();
        return client;
    }

    private static byte[] octets(List<TlsOutput> outputs) {
        var all = new ByteArrayOutputStream();
        for (TlsOutput output : outputs) {
            if (output instanceof TlsOutput.Octets(ByteBuffer octets)) {
                all.writeBytes(Wire.octets(octets));
            }
        }
        return all.toByteArray();
    }

    /** A server that completes the key exchange, which needs no key, and then lies. */
    private static final class LyingServer extends TlsServerProtocol {
        private final byte[] certificateMessage;

        LyingServer(byte[] certificateMessage) {
            this.certificateMessage = certificateMessage;
        }

        byte[] answer(List<TlsOutput> hello) {
            try {
                var crypto = new BcTlsCrypto(new SecureRandom());
                TlsParameters parameters = Ends.any().as(SERVER).parameters();
                var judge = new PeerJudge(new ChainVerifier(parameters, PeerCheck.Usage.CLIENT, 0));
                accept(new BouncyServer(crypto, parameters, judge, false));
                offerInput(octets(hello));
                byte[] flight = new byte[getAvailableOutputBytes()];
                readOutput(flight, 0, flight.length);
                return flight;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void send13CertificateMessage(Certificate certificate) throws IOException {
            super.send13CertificateMessage(
                    new Certificate(new byte[0], certificate.getCertificateEntryList()) {
                        @Override
                        public void encode(
                                org.bouncycastle.tls.TlsContext context,
                                OutputStream message,
                                OutputStream endPointHash)
                                throws IOException {
                            message.write(certificateMessage);
                        }
                    });
        }
    }
}
