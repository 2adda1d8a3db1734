package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.Optional;

class TlsCryptV2KeyFileTest {
    @Test
    void readsTheKeyAndItsWrappedForm() {
        var file = TlsCryptV2KeyFile.read("# made today\n" + text(octets(299, 299)));

        assertEquals(256, file.orElseThrow().key().length());
        assertEquals(299, file.orElseThrow().wrapped().length());
        assertTrue(file.toString().contains("***"), "secrets are never printed");
    }

    @Test
    void refusesWhatIsCutOrTooLongOrLiesAboutItsLength() {
        assertEquals(Optional.empty(), TlsCryptV2KeyFile.read(text(octets(298, 299))));
        assertEquals(Optional.empty(), TlsCryptV2KeyFile.read(text(octets(289, 289))));
        assertEquals(Optional.empty(), TlsCryptV2KeyFile.read(text(octets(1025, 1025))));
        assertEquals(Optional.empty(), TlsCryptV2KeyFile.read(text(new byte[1])));
    }

    @Test
    void refusesOtherTexts() {
        String good = text(octets(299, 299));
        assertEquals(Optional.empty(), TlsCryptV2KeyFile.read(""));
        assertEquals(Optional.empty(), TlsCryptV2KeyFile.read(good.replace("client", "server")));
        assertEquals(
                Optional.empty(),
                TlsCryptV2KeyFile.read(good.replace("key-----\n", "key-----\n%")));
        assertEquals(
                Optional.empty(), TlsCryptV2KeyFile.read(good.substring(0, good.length() - 9)));
    }

    private static byte[] octets(int wrapped, int announced) {
        byte[] octets = new byte[256 + wrapped];
        octets[octets.length - 2] = (byte) (announced >> 8);
        octets[octets.length - 1] = (byte) announced;
        return octets;
    }

    private static String text(byte[] octets) {
        return "-----BEGIN OpenVPN tls-crypt-v2 client key-----\n"
                + Base64.getMimeEncoder().encodeToString(octets)
                + "\n-----END OpenVPN tls-crypt-v2 client key-----\n";
    }
}
