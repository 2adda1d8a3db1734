package org.culvert.protocol.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

class BouncyTlsEngineTest {
    private static final Party SERVER = TestPki.make().by(Ends.CA);

    @ParameterizedTest
    @CsvSource({
        "12,EC,256,SHA256withECDSA",
        "13,EC,256,SHA256withECDSA",
        "12,EC,384,SHA384withECDSA",
        "13,EC,384,SHA384withECDSA",
        "12,EC,521,SHA512withECDSA",
        "13,EC,521,SHA512withECDSA",
        "12,RSA,2048,SHA256withRSA",
        "13,RSA,2048,SHA256withRSA",
        "12,Ed25519,0,Ed25519",
        "13,Ed25519,0,Ed25519",
        "13,Ed448,0,Ed448"
    })
    void everyKindOfCertificateServesBothEnds(
            int version, String algorithm, int size, String signature) {
        Party server = TestPki.make().key(algorithm, size, signature).by(Ends.CA);
        Party client =
                TestPki.make()
                        .subject("CN=me")
                        .key(algorithm, size, signature)
                        .client()
                        .by(Ends.CA);
        Ends ends = Ends.any().version(version);
        var wire = new Wire(ends.as(client).client(), ends.as(server).server(true));

        assertEquals("TLSv1." + (version - 10), wire.handshake().version());
        wire.checkBothWays();
    }

    @Test
    void whoeverNamesNoGroupGetsTheOneThatAlsoWithstandsQuantumComputers() {
        var wire = new Wire(Ends.any().client(), Ends.any().as(SERVER).server());

        assertEquals("X25519MLKEM768", wire.handshake().group());
    }

    @ParameterizedTest
    @CsvSource({
        "13,4588,X25519MLKEM768",
        "13,4587,SecP256r1MLKEM768",
        "13,4589,SecP384r1MLKEM1024",
        "13,29,X25519",
        "13,30,x448",
        "13,23,secp256r1",
        "13,24,secp384r1",
        "13,25,secp521r1",
        "12,29,''",
        "12,23,''",
        "12,24,''",
        "12,25,''"
    })
    void everyGroupLeadsToTheSameKeys(int version, int group, String name) {
        Ends ends = Ends.any().version(version).groups(group);
        var wire = new Wire(ends.client(), ends.as(SERVER).server());

        assertEquals(name, wire.handshake().group());
        wire.checkBothWays();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS-AES-256-GCM-SHA384",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_AES_128_GCM_SHA256",
                "ECDHE-RSA-AES256-GCM-SHA384",
                "TLS-ECDHE-RSA-WITH-CHACHA20-POLY1305-SHA256",
                "TLS-DHE-RSA-WITH-AES-256-GCM-SHA384",
                "TLS-ECDHE-RSA-WITH-AES-128-CBC-SHA256",
                "DHE-RSA-AES256-SHA256",
                "TLS-DHE-RSA-WITH-AES-256-CBC-SHA"
            })
    void aNamedSuiteIsTheOneThatIsUsed(String name) {
        int version = name.contains("RSA") ? 12 : 13;
        Party server = TestPki.make().key("RSA", 2048, "SHA256withRSA").by(Ends.CA);
        Ends ends = Ends.any().suites(name);
        var wire = new Wire(ends.client(), Ends.any().version(version).as(server).server());

        assertEquals(Suites.named(name), Suites.named(wire.handshake().cipherSuite()));
        wire.checkBothWays();
    }

    @Test
    void aNamedSuiteOfOldTlsLeavesNewTlsAsItIs() {
        Ends ends = Ends.any().suites("TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256");
        var wire = new Wire(ends.client(), Ends.any().as(SERVER).server());

        assertEquals("TLSv1.3", wire.handshake().version());
    }

    @Test
    void anOldServerCostsNoExtraRoundTripAndGetsX25519() {
        var wire = new Wire(Ends.any().client(), Ends.any().groups(29, 23).as(SERVER).server());

        assertEquals("X25519", wire.handshake().group());
        assertEquals(1, wire.hellos);
    }

    @Test
    void aServerThatWantsAnotherGroupAsksOnceMore() {
        var wire = new Wire(Ends.any().client(), Ends.any().groups(24).as(SERVER).server());

        assertEquals("secp384r1", wire.handshake().group());
        assertEquals(2, wire.hellos);
    }

    @Test
    void twoHandshakesNeverShareKeys() {
        TlsEngine one = Ends.any().client();
        TlsEngine other = Ends.any().client();
        new Wire(one, Ends.any().as(SERVER).server()).handshake();
        new Wire(other, Ends.any().as(SERVER).server()).handshake();

        assertNotEquals(one.export(Exporter.DATA_KEYS), other.export(Exporter.DATA_KEYS));
        assertNotEquals(one.export(Exporter.DATA_KEYS), one.export(Exporter.DYNAMIC_TLS_CRYPT));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void oneSendIsOneRecordHoweverItIsCutOnItsWay(int version) {
        Ends ends = Ends.any().version(version);
        TlsEngine client = ends.client();
        TlsEngine server = ends.as(SERVER).server();
        var wire = new Wire(client, server);
        wire.handshake();
        wire.server.clear();

        byte[] message = "x".repeat(2048).getBytes(StandardCharsets.UTF_8);
        var octets = assertInstanceOf(TlsOutput.Octets.class, client.send(message).getFirst());
        for (byte octet : Wire.octets(octets.octets())) {
            wire.server.addAll(server.receive(new byte[] {octet}));
        }

        assertEquals(List.of(new TlsOutput.Plaintext(ByteBuffer.wrap(message))), wire.server);
    }

    @Test
    void aServerOfAnotherAuthorityIsNotTrustedAndTheFailureSaysWhoWasExpected() {
        Party stranger = TestPki.make().subject("CN=Other CA").authority().self();
        Party evil = TestPki.make().subject("CN=evil").by(stranger);
        var wire = new Wire(Ends.any().client(), Ends.any().as(evil).server());

        var failure = assertInstanceOf(Failure.ServerNotTrusted.class, wire.clientFailure());
        assertTrue(failure.expected().details().contains("Test CA"));
        assertEquals(Phrase.of(Phrase.Kind.NAMED, "CN=evil"), failure.found());
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void aClientWithoutACertificateIsToldThatTheServerRefused(int version) {
        Ends ends = Ends.any().version(version);
        var wire = new Wire(ends.client(), ends.as(SERVER).server(true));

        var failure = assertInstanceOf(Failure.HandshakeFailed.class, wire.clientFailure());
        assertEquals(Phrase.Kind.ALERT_OF_SERVER, failure.reason().kind());
    }

    @Test
    void aClientOfAnotherAuthorityIsRefusedByTheServer() {
        Party stranger = TestPki.make().subject("CN=Other CA").authority().self();
        Party client = TestPki.make().subject("CN=me").client().by(stranger);
        var wire = new Wire(Ends.any().as(client).client(), Ends.any().as(SERVER).server(true));

        assertInstanceOf(Failure.HandshakeFailed.class, wire.clientFailure());
        assertInstanceOf(TlsOutput.Failed.class, wire.server.getLast());
    }

    @Test
    void noVersionInCommonIsAHandshakeFailure() {
        var wire =
                new Wire(
                        Ends.any().version(13).client(),
                        Ends.any().version(12).as(SERVER).server());

        assertInstanceOf(Failure.HandshakeFailed.class, wire.clientFailure());
    }

    @Test
    void afterAFailureNothingMoreIsSaid() {
        var wire =
                new Wire(
                        Ends.any().version(13).client(),
                        Ends.any().version(12).as(SERVER).server());
        TlsEngine client = Ends.any().client();
        client.start();
        client.close();
        client.close();

        assertInstanceOf(Failure.class, wire.clientFailure());
        assertEquals(List.of(), client.receive(new byte[] {22, 3, 3, 0, 1, 0}));
        assertEquals(List.of(), client.send(new byte[1]));
    }

    @Test
    void sendingBeforeTheHandshakeIsAFailureAndNoException() {
        TlsEngine client = Ends.any().client();
        client.start();

        assertInstanceOf(TlsOutput.Failed.class, client.send(new byte[1]).getLast());
    }
}
