package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.DataFormat;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.wire.Digest;
import org.culvert.protocol.wire.SessionId;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;

import java.util.HexFormat;

class KeyDerivationTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final KeySource CLIENT =
            new KeySource(
                    secret(
                            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"),
                    secret("404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f"),
                    secret("606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f"));
    private static final KeySource SERVER =
            new KeySource(
                    secret(""),
                    secret("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"),
                    secret("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"));
    private static final SessionId CLIENT_ID = new SessionId(0xc1c2c3c4c5c6c7c8L);
    private static final SessionId SERVER_ID = new SessionId(0xd1d2d3d4d5d6d7d8L);

    @Test
    void thePrfGivesTheKnownOctets() {
        assertEquals(
                "d98c8518c85e946927916acfc2d592fbb1567e4b4b1459e6a904ac2ddab72d67",
                HEX.formatHex(
                        Prf.tls1(
                                HEX.parseHex(
                                        "4c6f72656d20697073756d20646f6c6f722073697420616d65742c20636f6e73656374657475722061646970697369636920656c69742c2073656420656975736d6f642074656d706f7220696e636964756e74207574206c61626f726520657420646f6c6f7265206d61676e6120616c697175612e"),
                                HEX.parseHex(
                                        "517569732061757465206975726520726570726568656e646572697420696e20766f6c7570746174652076656c697420657373652063696c6c756d20646f6c6f7265"),
                                32)));
        assertEquals(
                "7144fe2540737595",
                HEX.formatHex(
                        Prf.tls1(
                                HEX.parseHex("746c73312d7072662d746573742d736563726574"),
                                HEX.parseHex("746c73312d7072662d74657374"),
                                8)));
    }

    @Test
    void theKeyExpansionGivesTheKnownKeys() {
        byte[] key2 = Prf.key2(CLIENT, SERVER, CLIENT_ID, SERVER_ID);
        assertArrayEquals(
                HEX.parseHex(
                        "aa9f22ecf161c7b7d119e544682fb0b0daa9a7bb6dca96441a447f2e0c1414269f8c51bcce9953de2b891820221902b25957a8ff792510b375f031f6e506e840d9f7d793159d2e592d5efb5566a069c9197cf4524e2aec913d23b9fdd115118390dd960c9c8570e0ee295da596fcf1954e0e254f59bf7d04ec81ea6755a5f07f0cf553d065c21581480cf208dae4ba97cd913482dcb05ec2b0e262d532afbf347b033edf21d5beff77f0047c6b74f98c4231ded8a8d2a3c3e95307d1532149d7a0e43fc132ed3fb72a6df4fc1183ce3f50a9cab6bc0898fa2975560b58cecccabbd66b7d7b70bd7dce8b0a730b06b24925724a7a75300998e190883fc2157438"),
                key2);

        DataKeys keys = KeyDerivation.byPrf(CLIENT, SERVER, CLIENT_ID, SERVER_ID, shape(true));
        assertEquals(
                secret("aa9f22ecf161c7b7d119e544682fb0b0daa9a7bb6dca96441a447f2e0c141426"),
                keys.sealKey());
        assertEquals(secret("d9f7d793159d2e59"), keys.sealSecond());
        assertEquals(
                secret("0cf553d065c21581480cf208dae4ba97cd913482dcb05ec2b0e262d532afbf34"),
                keys.openKey());
        assertEquals(secret("a0e43fc132ed3fb7"), keys.openSecond());
    }

    @Test
    void aServersKeysMirrorTheClients() {
        DataKeys ours = KeyDerivation.byPrf(CLIENT, SERVER, CLIENT_ID, SERVER_ID, shape(true));
        DataKeys theirs = KeyDerivation.byPrf(CLIENT, SERVER, CLIENT_ID, SERVER_ID, shape(false));

        assertEquals(ours.sealKey(), theirs.openKey());
        assertEquals(ours.openSecond(), theirs.sealSecond());
    }

    @Test
    void anOldCipherTakesTheWholeHmacSlot() {
        var shape =
                new KeyDerivation.Shape(
                        DataCipher.AES_256_CBC, new DataFormat.CbcHmac(Digest.SHA256), 0, 1, true);
        DataKeys keys = KeyDerivation.byPrf(CLIENT, SERVER, CLIENT_ID, SERVER_ID, shape);

        assertEquals(
                secret("d9f7d793159d2e592d5efb5566a069c9197cf4524e2aec913d23b9fdd1151183"),
                keys.sealSecond());
        assertEquals(
                secret("a0e43fc132ed3fb72a6df4fc1183ce3f50a9cab6bc0898fa2975560b58ceccca"),
                keys.openSecond());
    }

    private static KeyDerivation.Shape shape(boolean client) {
        return new KeyDerivation.Shape(DataCipher.AES_256_GCM, new DataFormat.Aead(), 0, 1, client);
    }

    private static Secret secret(String hex) {
        return Secret.of(HEX.parseHex(hex));
    }
}
