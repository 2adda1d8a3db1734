package org.culvert.protocol.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.protocol.proxy.ProxyStep.Opened;
import org.culvert.protocol.proxy.ProxyStep.Refused;
import org.culvert.protocol.proxy.ProxyStep.Relayed;
import org.culvert.protocol.proxy.ProxyStep.Send;
import org.culvert.protocol.proxy.ProxyStep.SignInNeeded;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

class Socks5Test {
    private static final Endpoint PROXY = new Endpoint(IpAddress.literal("192.0.2.7"), 1080);
    private static final Optional<ProxyAccount> ANNA =
            Optional.of(new ProxyAccount("anna", Secret.ofUtf8("pw")));

    private final Socks5 stream = Socks5.stream("vpn.example", 1194, PROXY, Optional.empty());
    private final Socks5 datagrams = Socks5.datagrams(PROXY, Optional.empty());

    @Test
    void aStreamIsOpenedByName() {
        assertSends("050100", stream.start());
        assertSends("050100030b76706e2e6578616d706c6504aa", reply(stream, "0500"));
        var opened = assertInstanceOf(Opened.class, reply(stream, "05000001c0000207043800aa"));
        assertEquals(hex("00aa"), opened.leftover());
    }

    @Test
    void aPasswordIsSentWhereThereIsOne() {
        var socks = Socks5.stream("h", 1, PROXY, ANNA);
        assertSends("050102", socks.start());
        assertSends("0104616e6e61027077", reply(socks, "0502"));
        assertSends("05010003016800" + "01", reply(socks, "0100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100", "0500"})
    void aSignInIsGoodWhicheverVersionAnswers(String answer) {
        var socks = Socks5.stream("h", 1, PROXY, ANNA);
        reply(socks, "0502");

        assertInstanceOf(Send.class, reply(socks, answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "05ff"})
    void aSignInThatFailsIsAskedForAgain(String answer) {
        var socks = Socks5.stream("h", 1, PROXY, ANNA);
        reply(socks, "0502");

        assertEquals(new SignInNeeded(true), reply(socks, answer));
    }

    @Test
    void aProxyThatTakesNoStrangersAsksWhoWeAre() {
        assertEquals(new SignInNeeded(false), reply(stream, "05ff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0502", "0400", "4854"})
    void anotherMethodThanOursIsARefusal(String answer) {
        assertInstanceOf(Refused.class, reply(stream, answer));
    }

    @ParameterizedTest
    @CsvSource({
        "05000001c00002630438, 192.0.2.99:1080",
        "05000001000000000438, 192.0.2.7:1080",
        "0500000420010db80000000000000000000000010438, '[2001:db8::1]:1080'"
    })
    void datagramsGoToTheRelay(String answer, String relay) {
        assertSends("05030001000000000000", reply(datagrams, "0500"));
        var step = reply(datagrams, answer);

        assertEquals(relay, assertInstanceOf(Relayed.class, step).relay().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05010001000000000438",
                "05000001c00002630000",
                "0500000302686904aa",
                "0500000900"
            })
    void anAnswerWithoutARelayIsARefusal(String answer) {
        reply(datagrams, "0500");

        assertInstanceOf(Refused.class, reply(datagrams, answer));
    }

    @Test
    void anAnswerMayComeOctetByOctet() {
        reply(stream, "0500");
        byte[] answer = HexFormat.of().parseHex("05000003026869" + "04aa");
        for (int i = 0; i < answer.length - 1; i++) {
            var one = ByteBuffer.wrap(answer, i, 1);
            assertEquals(Optional.empty(), stream.receive(one), "octet " + i);
        }
        var last = ByteBuffer.wrap(answer, answer.length - 1, 1);
        assertInstanceOf(Opened.class, stream.receive(last).orElseThrow());
    }

    @Test
    void namesThatDoNotFitAreRefused() {
        var socks = Socks5.stream("x".repeat(256), 1, PROXY, Optional.empty());

        assertInstanceOf(Refused.class, reply(socks, "0500"));
    }

    @Test
    void randomOctetsNeverThrow() {
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            var socks =
                    Socks5.stream("h", 1, PROXY, random.nextBoolean() ? ANNA : Optional.empty());
            byte[] octets = new byte[random.nextInt(300)];
            random.nextBytes(octets);
            if (octets.length > 3 && random.nextBoolean()) {
                octets[0] = 5;
                octets[1] = 0;
                octets[2] = 5;
                octets[3] = 0;
            }
            var in = ByteBuffer.wrap(octets);
            for (boolean on = true; on && in.hasRemaining(); ) {
                on = socks.receive(in).filter(Send.class::isInstance).isPresent();
            }
        }
    }

    private static ProxyStep reply(Socks5 socks, String octets) {
        return socks.receive(hex(octets)).orElseThrow();
    }

    private static void assertSends(String octets, ProxyStep step) {
        assertEquals(hex(octets), assertInstanceOf(Send.class, step).octets());
    }

    private static ByteBuffer hex(String octets) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(octets));
    }
}
