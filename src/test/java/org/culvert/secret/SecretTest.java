package org.culvert.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

class SecretTest {
    @Test
    void isNeverPrinted() {
        Secret secret = Secret.ofUtf8("swordfish");

        assertEquals("***", secret.toString());
        assertEquals("***", "" + secret);
        assertEquals(0, secret.hashCode());
    }

    @Test
    void keepsTheOctetsOfItsText() {
        assertArrayEquals(
                "päss 密".getBytes(StandardCharsets.UTF_8), Secret.ofUtf8("päss 密").copy());
        assertEquals(9, Secret.ofUtf8("swordfish").length());
    }

    @Test
    void isItsOwnCopy() {
        byte[] octets = {1, 2, 3};
        Secret secret = Secret.of(octets);
        Arrays.fill(octets, (byte) 0);
        secret.copy()[0] = 9;

        assertArrayEquals(new byte[] {1, 2, 3}, secret.copy());
    }

    @Test
    void wipesTheCopyThatAReaderSaw() {
        var seen = new AtomicReference<>(new byte[0]);

        int length =
                Secret.ofUtf8("swordfish")
                        .use(octets -> {
                            seen.set(octets);
                            return octets.length;
                        });

        assertEquals(9, length);
        assertArrayEquals(new byte[9], seen.get());
    }

    @Test
    void cannotBeReadOnceItIsWiped() {
        Secret secret = Secret.ofUtf8("swordfish");
        secret.close();
        secret.close();

        assertThrows(IllegalStateException.class, secret::copy);
        assertThrows(IllegalStateException.class, () -> secret.use(octets -> octets));
    }

    @Test
    void isEqualByItsOctets() {
        assertEquals(Secret.ofUtf8("a"), Secret.of(new byte[] {'a'}));
        assertNotEquals(Secret.ofUtf8("a"), Secret.ofUtf8("b"));
        assertNotEquals(Secret.ofUtf8("a"), Secret.ofUtf8("ab"));
        assertNotEquals((Object) Secret.ofUtf8("a"), "a");
    }
}
