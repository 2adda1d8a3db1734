package org.culvert.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Transport;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class SpecTest {
    private static final Remote REMOTE = new Remote("vpn.example", 1194, Transport.UDP);
    private static final TlsSpec TLS = tls(TlsSpec.TlsVersion.TLS_1_2, TlsSpec.TlsVersion.TLS_1_3);

    private static TlsSpec tls(TlsSpec.TlsVersion least, TlsSpec.TlsVersion most) {
        return new TlsSpec(
                "ca",
                Optional.of(new TlsSpec.Identity("cert", Secret.ofUtf8("private key"))),
                new TlsSpec.ServerCheck(true, Optional.empty(), false),
                least,
                most,
                List.of(),
                List.of());
    }

    private static ConnectSpec spec(String profile, List<Remote> remotes) {
        return new ConnectSpec(
                profile,
                remotes,
                new ControlWrapping.TlsCrypt(Secret.of(new byte[256])),
                TLS,
                SignIn.NONE,
                DataSpec.DEFAULT,
                Timers.DEFAULT,
                Routing.DEFAULT);
    }

    private static void refused(Executable makes) {
        assertThrows(IllegalArgumentException.class, makes);
    }

    @Test
    void takesWhatTheEngineCanHonour() {
        ConnectSpec spec = spec("office", Collections.nCopies(256, REMOTE));

        assertEquals(256, spec.remotes().size());
        assertFalse(spec.toString().contains("private key"));
    }

    @Test
    void wantsANameAndARemote() {
        refused(() -> spec("", List.of(REMOTE)));
        refused(() -> spec("a".repeat(129), List.of(REMOTE)));
        refused(() -> spec("office", List.of()));
        refused(() -> spec("office", Collections.nCopies(257, REMOTE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpn.example", "192.0.2.1", "2001:db8::1", "a_b-c"})
    void aHostIsANameOrAnAddress(String host) {
        assertEquals(host, new Remote(host, 1194, Transport.TCP).host());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;b", "a\nb", "a/b", "a\"b", "é.example", "$(id)"})
    void whatIsNoHostIsRefused(String host) {
        refused(() -> new Remote(host, 1194, Transport.UDP));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void whatIsNoPortIsRefused(int port) {
        refused(() -> new Remote("vpn.example", port, Transport.UDP));
    }

    @Test
    void aStaticKeyHas256OctetsAndADirectionIsABit() {
        Secret key = Secret.of(new byte[256]);
        new ControlWrapping.TlsAuth(key, OptionalInt.of(1), "SHA1");

        refused(() -> new ControlWrapping.TlsCrypt(Secret.of(new byte[255])));
        refused(() -> new ControlWrapping.TlsAuth(key, OptionalInt.of(2), "SHA1"));
        refused(() -> new ControlWrapping.TlsAuth(key, OptionalInt.of(-1), "SHA1"));
    }

    @Test
    void aRangeOfVersionsIsNotEmpty() {
        refused(() -> tls(TlsSpec.TlsVersion.TLS_1_3, TlsSpec.TlsVersion.TLS_1_2));
    }

    @Test
    void aServerIsKnownByItsUsageOrItsName() {
        var name = new TlsSpec.NameCheck(TlsSpec.NameCheck.Form.NAME, "vpn");

        assertTrue(new TlsSpec.ServerCheck(true, Optional.empty(), false).verifies());
        assertTrue(new TlsSpec.ServerCheck(false, Optional.of(name), false).verifies());
        assertFalse(new TlsSpec.ServerCheck(false, Optional.empty(), true).verifies());
    }

    @Test
    void timesAreNotNegativeAndAnMtuFitsAPacket() {
        refused(() -> new Timers(-1, 120, 3600, 60));
        refused(() -> new Timers(0, 120, 3600, 0));
        refused(() -> new Timers(0, 120, -1, 60));
        refused(() -> new Timers.Limits(false, -1, 0, 0));
        refused(() -> new Timers.Limits(false, 0, -1, 0));
        refused(() -> new Timers.Limits(false, 0, 0, -1));
        refused(() -> new PacketSizes(575, 1600, PacketSizes.Bound.NONE, PacketSizes.Bound.NONE));
    }
}
