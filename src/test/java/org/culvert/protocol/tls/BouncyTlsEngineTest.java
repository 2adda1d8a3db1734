package org.culvert.protocol.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class BouncyTlsEngineTest {
    private static final Party CA = TestPki.authority();
    private static final long NOW = TestPki.NOW.toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "12,EC,256,SHA256withECDSA,''", "13,EC,256,SHA256withECDSA,X25519MLKEM768",
        "12,RSA,2048,SHA256withRSA,''", "13,RSA,2048,SHA256withRSA,X25519MLKEM768",
        "13,Ed25519,0,Ed25519,X25519MLKEM768", "13,EC,384,SHA256withECDSA,X25519MLKEM768"
    })
    void bothEndsAgreeAndExportTheSameKeys(
            int version, String algorithm, int size, String signature, String group) {
        Party server = TestPki.make().key(algorithm, size, signature).by(CA);
        Party client =
                TestPki.make().subject("CN=me").key(algorithm, size, signature).client().by(CA);
        TlsEngine ours = client(Optional.of(client), version, Groups.DEFAULT);
        TlsEngine theirs = server(server, version, Groups.DEFAULT);
        var wire = new Wire(ours, theirs);

        wire.handshake();

        var established =
                assertInstanceOf(
                        TlsOutput.Established.class, wire.client.getFirst(), wire.client::toString);
        assertEquals(version == 12 ? "TLSv1.2" : "TLSv1.3", established.facts().version());
        assertEquals(group, established.facts().group());
        assertInstanceOf(TlsOutput.Established.class, wire.server.getFirst());
        for (Exporter exporter : Exporter.values()) {
            assertEquals(ours.export(exporter), theirs.export(exporter));
        }
        byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
        wire.toServer(ours.send(hello));
        assertEquals(new TlsOutput.Plaintext(ByteBuffer.wrap(hello)), wire.server.getLast());
        wire.toClient(theirs.send(hello));
        assertEquals(new TlsOutput.Plaintext(ByteBuffer.wrap(hello)), wire.client.getLast());
    }

    @Test
    void anOldServerCostsNoExtraRoundTripAndGetsX25519() {
        var wire =
                new Wire(
                        client(Optional.empty(), 13, Groups.DEFAULT),
                        server(TestPki.make().by(CA), 13, List.of(29, 23)));
        wire.handshake();

        var established =
                assertInstanceOf(
                        TlsOutput.Established.class,
                        wire.client.getFirst(),
                        () -> wire.client + " " + wire.server);
        assertEquals("X25519", established.facts().group());
    }

    @Test
    void aServerOfAnotherAuthorityIsNotTrustedAndIsToldWhoWasExpected() {
        Party stranger = TestPki.make().subject("CN=Other CA").authority().self();
        Failure failure = refused(TestPki.make().subject("CN=evil").by(stranger));

        var notTrusted = assertInstanceOf(Failure.ServerNotTrusted.class, failure);
        assertTrue(notTrusted.expected().contains("Test CA"));
        assertEquals("CN=evil", notTrusted.found());
    }

    @Test
    void aClientWithoutACertificateIsToldThatOneIsNeeded() {
        var parameters = parameters(Optional.of(TestPki.make().by(CA)), 13, Groups.DEFAULT);
        TlsEngine server =
                BouncyTlsEngines.server(parameters, new SecureRandom(), true).create(NOW);
        var wire = new Wire(client(Optional.empty(), 13, Groups.DEFAULT), server);

        wire.handshake();

        assertInstanceOf(TlsOutput.Failed.class, wire.server.getLast());
    }

    @Test
    void noVersionInCommonIsAHandshakeFailure() {
        var wire =
                new Wire(
                        client(Optional.empty(), 13, Groups.DEFAULT),
                        server(TestPki.make().by(CA), 12, Groups.DEFAULT));
        wire.handshake();

        var failed = assertInstanceOf(TlsOutput.Failed.class, wire.client.getLast());
        assertInstanceOf(Failure.HandshakeFailed.class, failed.failure());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomOctetsEndInAFailureAndNeverThrow(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            TlsEngine engine = client(Optional.empty(), 13, Groups.DEFAULT);
            engine.start();
            byte[] octets = new byte[1 + random.nextInt(400)];
            random.nextBytes(octets);
            if (random.nextBoolean()) {
                System.arraycopy(
                        new byte[] {22, 3, 3, 0}, 0, octets, 0, Math.min(4, octets.length));
            }
            engine.receive(octets);
            engine.receive(octets);
        }
    }

    @Test
    void aMessageThatSaysItHasSixteenMegabytesIsRefusedAtOnce() {
        TlsEngine engine = client(Optional.empty(), 13, Groups.DEFAULT);
        engine.start();

        List<TlsOutput> outputs =
                engine.receive(
                        new byte[] {22, 3, 3, 1, 0, 2, (byte) 0xff, (byte) 0xff, (byte) 0xff});

        assertInstanceOf(TlsOutput.Failed.class, outputs.getLast());
        assertEquals(List.of(), engine.receive(new byte[] {1}));
    }

    @Test
    void lengthsAreFollowedHoweverTheStreamIsCut() {
        byte[] good = {
            22, 3, 3, 0, 6, 2, 0, 0, 2, 9, 9, 22, 3, 3, 0, 2, 11, 0, 22, 3, 3, 0, 2, 0, 1
        };
        byte[] bad = good.clone();
        bad[17] = 4;
        assertTrue(accepted(good));
        assertFalse(accepted(bad));
    }

    private static boolean accepted(byte[] stream) {
        var lengths = new MessageLengths();
        for (byte octet : stream) {
            if (!lengths.accepts(new byte[] {octet})) {
                return false;
            }
        }
        return true;
    }

    private static Failure refused(Party server) {
        var wire =
                new Wire(
                        client(Optional.empty(), 13, Groups.DEFAULT),
                        server(server, 13, Groups.DEFAULT));
        wire.handshake();
        return assertInstanceOf(TlsOutput.Failed.class, wire.client.getLast()).failure();
    }

    private static TlsEngine client(Optional<Party> identity, int version, List<Integer> groups) {
        return BouncyTlsEngines.client(parameters(identity, version, groups), new SecureRandom())
                .create(NOW);
    }

    private static TlsEngine server(Party identity, int version, List<Integer> groups) {
        var parameters = parameters(Optional.of(identity), version, groups);
        return BouncyTlsEngines.server(parameters, new SecureRandom(), false).create(NOW);
    }

    private static TlsParameters parameters(
            Optional<Party> identity, int version, List<Integer> groups) {
        List<X509Certificate> trusted = List.of(CA.certificate());
        return new TlsParameters(
                trusted,
                identity.map(party ->
                        new TlsParameters.Identity(List.of(party.certificate()), party.key())),
                PeerCheck.CHAIN_ONLY,
                version,
                version,
                groups,
                List.of());
    }
}
