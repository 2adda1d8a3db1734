package org.culvert.protocol.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;

class EpochTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final int AT = Sealer.HEAD_ROOM;
    private static final byte[] PACKET = {0x45, 1, 2, 3};

    private final DataFormat.Epochs ours = new DataFormat.Epochs();
    private final DataFormat.Epochs theirs = new DataFormat.Epochs();
    private final Sealer sealer = new Sealer(keys(ours, 1, 2), StubFraming.NONE);
    private final Opener opener = new Opener(keys(theirs, 2, 1), StubFraming.NONE);

    @ParameterizedTest
    @CsvSource({
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5, 'f0f1f2f3f4f5f6f7f8f9',"
            + " 3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244,"
            + " 'b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff',"
            + " b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
        "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04, '',"
            + " 8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5,"
                + " '001b0e6f76706e20756e6974207465737400',"
                + " 875a8eec18556380b8d933ed323c2df8e8eccf4972e683f06a83ac"
    })
    void expandsAsRfc5869Does(String secret, String info, String expected) {
        byte[] out =
                EpochSecret.expand(HEX.parseHex(secret), HEX.parseHex(info), expected.length() / 2);

        assertEquals(expected, HEX.formatHex(out));
    }

    @Test
    void labelsAreThoseOfTheSpecification() {
        byte[] secret =
                HEX.parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");

        assertEquals(
                "185eaa1c7f228ab8eb29773214d92046",
                HEX.formatHex(EpochSecret.expandLabel(secret, "unit test", new byte[0], 16)));
    }

    @Test
    void keyAndIvFollowFromAnEpochsSecret() {
        var secret =
                EpochSecret.first(
                        secret("130c000000000000000000000000000000000000000000000000000000000000"));

        assertEquals(secret("ed8533db1c28ace418e9006ab29c17417d60ebe6cd90bf0a"), secret.key(24));
        assertEquals(secret("86890aabf032cb59f4cfa34e"), secret.iv());
    }

    @Test
    void eachSecretFollowsFromTheOneBefore() throws GeneralSecurityException {
        var first = secret("130c000000000000000000000000000000000000000000000000000000000000");
        var second = secret("f02515ed7e47a246adbf6d26ff350b9c517445282dd18fd290e426b831d02638");

        assertEquals(EpochSecret.first(second).iv(), EpochSecret.first(first).next().iv());
        var third =
                EpochSecret.first(
                        secret("2aa53e9bb98f0eea1c99412b57b23bea2231b2e5c1df381e6cc8eb589d581ae6"));
        assertEquals(third.iv(), EpochSecret.first(first).next().next().iv());
        assertEquals(3, EpochSecret.first(first).next().next().epoch());
    }

    @ParameterizedTest
    @CsvSource({
        "4, 616361676163616f3838383838383838515351575153515f72726f7874787073,"
            + " 54686520717569636b206c6974746c6520666f78206a756d7073206f766572207468652062757265617563726174696320687572646c6573,"
            + " 0700001700040000000000016eacea349ca836aab4d49ce685399a9bab964526e9cd11ece8cb7d77bdbc5c6ac4f49f36ea02e9c1f5d97644afa9118ba9f9a892623f1a130ffff5913d39d75b18573b5748589a7d",
        "1, 616361676163616f3838383838383838515351575153515f72726f7874787073,"
            + " 54686520717569636b206c6974746c6520666f78206a756d7073206f766572207468652062757265617563726174696320687572646c6573,"
            + " 0700001700010000000000013d98ba5b55f68e455addd90eb573e51852f4b555cdefaa5aa3fa246166df411deba23d2bebe44484376cfb5a61417c9ff450169758a93820a0b54cdd93ff0b01a3265ecf19d56a06"
    })
    void sealsTheKnownPackets(int epoch, String first, String plain, String packet)
            throws GeneralSecurityException {
        var secret = EpochSecret.first(secret(first));
        while (secret.epoch() < epoch) {
            secret = secret.next();
        }
        var key = new EpochKey(secret, DataCipher.AES_256_GCM);
        byte[] wire = HEX.parseHex(packet);
        byte[] head = Arrays.copyOf(wire, 12);
        Cipher cipher = key.init(Cipher.ENCRYPT_MODE, key.packetId(1), head, 0, 12);

        assertEquals(key.packetId(1), (long) EpochKey.LONG.get(wire, 4));
        assertEquals(packet.substring(24), HEX.formatHex(cipher.doFinal(HEX.parseHex(plain))));
    }

    @ParameterizedTest
    @CsvSource({"35, 1, 0023000000000001", "65534, 274910567584489, fffefa079ab9d2e9"})
    void epochAndCounterShareEightOctets(int epoch, long counter, String wire) {
        assertEquals(HEX.parseHex(wire).length, EpochKey.PACKET_ID);
        long id = (long) epoch << 48 | counter;
        byte[] octets = new byte[8];
        EpochKey.LONG.set(octets, 0, id);
        assertEquals(wire, HEX.formatHex(octets));
    }

    @Test
    void opensWhatTheOtherSideSealsAndNothingTwice() throws GeneralSecurityException {
        byte[] datagram = seal();
        assertEquals(PACKET.length, open(datagram));
        assertEquals(Opener.DROPPED, open(datagram));
        assertEquals(Drop.REPLAYED, opener.drop());
    }

    @Test
    void dropsADatagramWithAnyOctetChanged() throws GeneralSecurityException {
        byte[] datagram = seal();
        for (int i = 0; i < datagram.length; i++) {
            byte[] forged = datagram.clone();
            forged[i] ^= 1;
            assertEquals(Opener.DROPPED, open(forged), "octet " + i);
        }
        assertEquals(PACKET.length, open(datagram));
    }

    @Test
    void aLaterEpochIsFollowedAndTheOneBeforeStillOpens() throws GeneralSecurityException {
        byte[] late = seal();
        byte[] tooLate = seal();
        ours.want(9);
        byte[] datagram = seal();
        assertEquals(9, epoch(datagram));
        assertEquals(PACKET.length, open(datagram));
        assertEquals(9, theirs.wanted(), "our own sealing follows");
        assertEquals(Opener.DROPPED, open(tooLate), "epoch 1 is not the one before 9");
        assertEquals(Drop.NO_KEY, opener.drop());
        ours.want(10);
        byte[] next = seal();
        byte[] last = seal();
        ours.want(11);
        assertEquals(PACKET.length, open(seal()));
        assertEquals(PACKET.length, open(last));
        assertEquals(PACKET.length, open(next));
        assertEquals(Opener.DROPPED, open(late));
    }

    @Test
    void anEpochTooFarAheadIsDropped() throws GeneralSecurityException {
        ours.want(18);
        byte[] datagram = seal();
        assertEquals(Opener.DROPPED, open(datagram));
        assertEquals(Drop.NO_KEY, opener.drop());
    }

    @Test
    void aForgedPacketOfALaterEpochMovesNothing() throws GeneralSecurityException {
        byte[] datagram = seal();
        byte[] forged = datagram.clone();
        forged[5] = 7;
        assertEquals(Opener.DROPPED, open(forged));
        assertEquals(1, theirs.wanted());
        assertEquals(PACKET.length, open(datagram));
    }

    @Test
    void aKeyIsWornNearTheLastEpochAndEndsThere() throws GeneralSecurityException {
        ours.want(0xefff);
        seal();
        assertFalse(sealer.worn());
        ours.want(0xf000);
        seal();
        assertTrue(sealer.worn());
        ours.want(0xffff);
        seal();
        ours.want(0x1_0000);
        byte[] buffer = new byte[AT + 4 + Sealer.TAIL_ROOM];
        assertEquals(Sealer.EXHAUSTED, sealer.seal(buffer, AT, 4));
    }

    private byte[] seal() throws GeneralSecurityException {
        byte[] buffer = new byte[AT + PACKET.length + Sealer.TAIL_ROOM];
        System.arraycopy(PACKET, 0, buffer, AT, PACKET.length);
        int length = sealer.seal(buffer, AT, PACKET.length);
        return Arrays.copyOfRange(buffer, sealer.offset(), sealer.offset() + length);
    }

    private int open(byte[] datagram) {
        byte[] room = Arrays.copyOf(datagram, datagram.length + Opener.TAIL_ROOM);
        return opener.open(room, 0, datagram.length);
    }

    private static int epoch(byte[] datagram) {
        return (datagram[4] & 0xff) << 8 | (datagram[5] & 0xff);
    }

    private static DataKeys keys(DataFormat.Epochs epochs, int seal, int open) {
        var none = Secret.of(new byte[0]);
        return new DataKeys(
                epochs, DataCipher.AES_128_GCM, 3, 7, filled(seal), none, filled(open), none);
    }

    private static Secret filled(int octet) {
        byte[] octets = new byte[32];
        Arrays.fill(octets, (byte) octet);
        return Secret.of(octets);
    }

    private static Secret secret(String hex) {
        return Secret.of(HEX.parseHex(hex));
    }
}
