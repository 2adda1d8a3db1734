package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.protocol.control.ServerMessage.PushReply;
import org.culvert.protocol.wire.Digest;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

class MessagesTest {
    @Test
    void aRecordIsSplitAtItsNulsAndUncleanMessagesAreDropped() {
        byte[] record =
                HexFormat.of()
                        .parseHex(
                                "76616c696420636f6e74726f6c206d6573736167650d0a0000496e76616c6964"
                                        + "0d0a6f6e650076616c6964206f6e6520616761696e00");

        assertEquals(
                List.of("valid control message", "", "valid one again"),
                ControlMessages.split(ByteBuffer.wrap(record)));
        assertEquals(List.of(), ControlMessages.split(ByteBuffer.wrap(new byte[] {'n', 'o'})));
    }

    @Test
    void theOptionsStringIsThatOfAClientOfToday() {
        assertEquals(
                "V4,dev-type tun,link-mtu 1541,tun-mtu 1500,proto UDPv4,auth SHA1,keysize 128,"
                        + "key-method 2,tls-client",
                options(Transport.UDP, Digest.SHA1, false, OptionalInt.empty()));
        assertEquals(
                "V4,dev-type tun,link-mtu 1553,tun-mtu 1500,proto UDPv4,keydir 1,auth SHA256,"
                        + "keysize 128,tls-auth,key-method 2,tls-client",
                options(Transport.UDP, Digest.SHA256, true, OptionalInt.of(1)));
        assertEquals(
                "V4,dev-type tun,link-mtu 1543,tun-mtu 1500,proto TCPv4_CLIENT,auth SHA1,"
                        + "keysize 128,key-method 2,tls-client",
                options(Transport.TCP, Digest.SHA1, false, OptionalInt.empty()));
    }

    @Test
    void theOptionsStringOfAServerIsThatOfToday() {
        assertEquals(
                "V4,dev-type tun,link-mtu 1541,tun-mtu 1500,proto UDPv4,auth SHA1,keysize 128,"
                        + "key-method 2,tls-server",
                server(Transport.UDP));
        assertEquals(
                "V4,dev-type tun,link-mtu 1543,tun-mtu 1500,proto TCPv4_SERVER,auth SHA1,"
                        + "keysize 128,key-method 2,tls-server",
                server(Transport.TCP));
    }

    private static String server(Transport transport) {
        var none = OptionalInt.empty();
        return new OptionsString(transport, 1500, Digest.SHA1, false, false, none, false).text();
    }

    @Test
    void settingsAreSplitIntoMessagesThatEveryClientTakes() {
        List<String> options =
                IntStream.range(0, 100)
                        .mapToObj(i -> "route 10." + i + ".0.0 255.255.0.0")
                        .toList();
        List<String> messages = ControlMessages.pushReply(options);
        assertEquals(3, messages.size());
        assertTrue(messages.stream().allMatch(m -> m.length() < 1024));
        var parts = messages.stream().map(m -> (PushReply) ServerMessage.parse(m)).toList();
        assertEquals(List.of(true, true, false), parts.stream().map(PushReply::more).toList());
        assertEquals(
                options,
                parts.stream()
                        .flatMap(p -> p.options().stream())
                        .filter(o -> o.startsWith("route"))
                        .toList());
        assertEquals(List.of("PUSH_REPLY"), ControlMessages.pushReply(List.of()));
    }

    @Test
    void aClientsMessageIsReadAsItWasWritten() {
        var sent =
                new KeyMethod2(
                        KeySource.ofClient(random(112)),
                        "V4",
                        Optional.of(
                                new Answer.Credentials(
                                        "anna", Secret.ofUtf8("pässword"), Optional.empty())),
                        "IV_VER=1\n");
        byte[] wire = sent.writeClient();

        assertArrayEquals(new byte[] {0, 0, 0, 0, 2}, Arrays.copyOf(wire, 5));
        assertEquals(Optional.of(sent), KeyMethod2.readClient(ByteBuffer.wrap(wire)));
    }

    @Test
    void mutatedKeyMessagesNeverThrow() {
        var random = new Random(2);
        var credentials =
                new Answer.Credentials("anna", Secret.ofUtf8("password"), Optional.empty());
        byte[] model =
                new KeyMethod2(
                                KeySource.ofClient(random(112)),
                                "V4",
                                Optional.of(credentials),
                                "IV_VER=1\n")
                        .writeClient();
        for (int i = 0; i < 100_000; i++) {
            byte[] mutated = Arrays.copyOf(model, random.nextInt(model.length + 40));
            for (int n = random.nextInt(5); n > 0 && mutated.length > 0; n--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            KeyMethod2.readClient(ByteBuffer.wrap(mutated));
            KeyMethod2.readServer(ByteBuffer.wrap(mutated));
            ControlMessages.split(ByteBuffer.wrap(mutated));
        }
    }

    @Test
    void absentStringsHaveNoOctets() {
        var sent = new KeyMethod2(KeySource.ofServer(random(64)), "V4", Optional.empty(), "");
        byte[] wire = sent.writeServer();

        assertArrayEquals(new byte[6], Arrays.copyOfRange(wire, wire.length - 6, wire.length));
        assertEquals(5 + 64 + 2 + 3 + 6, wire.length);
        assertEquals(Optional.of(sent), KeyMethod2.readServer(ByteBuffer.wrap(wire)));
    }

    @Test
    void aServersMessageMayEndAfterItsOptions() {
        var sent = new KeyMethod2(KeySource.ofServer(random(64)), "V4", Optional.empty(), "");
        byte[] wire = sent.writeServer();
        byte[] cut = Arrays.copyOf(wire, wire.length - 6);

        assertEquals(Optional.of(sent), KeyMethod2.readServer(ByteBuffer.wrap(cut)));
    }

    @Test
    void aMessageOfAnotherMethodOrCutShortIsRefused() {
        byte[] wire =
                new KeyMethod2(KeySource.ofServer(random(64)), "V4", Optional.empty(), "")
                        .writeServer();
        for (int length = 0; length < 74; length++) {
            assertTrue(
                    KeyMethod2.readServer(ByteBuffer.wrap(Arrays.copyOf(wire, length))).isEmpty());
        }
        wire[4] = 1;
        assertTrue(KeyMethod2.readServer(ByteBuffer.wrap(wire)).isEmpty());
    }

    @Test
    void aPartThatAnnouncesMoreIsNotTheLast() {
        var first = ServerMessage.parse("PUSH_REPLY,route 10.0.0.0,push-continuation 2");
        var last = ServerMessage.parse("PUSH_REPLY,ping 10,push-continuation 1");

        assertTrue(((ServerMessage.PushReply) first).more());
        assertEquals(
                new ServerMessage.PushReply(List.of("ping 10", "push-continuation 1"), false),
                last);
        assertEquals(
                new ServerMessage.PushReply(List.of(), false), ServerMessage.parse("PUSH_REPLY"));
    }

    @Test
    void commasInsideQuotesDoNotSplit() {
        assertEquals(
                List.of("echo \"a,b\"", "ping 10"), PushWords.options("echo \"a,b\", ping 10"));
        assertEquals(Optional.of(List.of("echo", "a,b")), PushWords.words("echo \"a,b\""));
        assertEquals(Optional.empty(), PushWords.words("echo \"open"));
    }

    @Test
    void whyTheServerRefusedIsKept() {
        assertEquals(new ServerMessage.AuthFailed(""), ServerMessage.parse("AUTH_FAILED"));
        assertEquals(
                new ServerMessage.AuthFailed("locked, call us"),
                ServerMessage.parse("AUTH_FAILED,locked, call us"));
        assertEquals(
                new ServerMessage.AuthPending(90), ServerMessage.parse("AUTH_PENDING,timeout 90"));
        assertEquals(new ServerMessage.Unknown(), ServerMessage.parse("HELLO"));
    }

    @Test
    void theFlagsOfARestartAreNotPartOfItsText() {
        assertEquals(
                new ServerMessage.Restart("please-move", new ComeBack(Advance.REMOTE, 0, true)),
                ServerMessage.parse("RESTART,[N]please-move"));
        assertEquals(
                new ServerMessage.Restart("", new ComeBack(Advance.REMOTE, 0, false)),
                ServerMessage.parse("RESTART,[P,N]"));
        assertEquals(
                new ServerMessage.Restart("", new ComeBack(Advance.NO, 0, true)),
                ServerMessage.parse("RESTART"));
    }

    @Test
    void bracketsThatAreNoFlagsOfARestartStayInTheText() {
        assertEquals(
                new ServerMessage.Restart("back [soon]", new ComeBack(Advance.NO, 0, true)),
                ServerMessage.parse("RESTART,back [soon]"));
        assertEquals(
                new ServerMessage.Restart("[open", new ComeBack(Advance.NO, 0, true)),
                ServerMessage.parse("RESTART,[open"));
        assertEquals(new ServerMessage.Halt("[N]bye"), ServerMessage.parse("HALT,[N]bye"));
    }

    private static String options(
            Transport transport, Digest digest, boolean tlsAuth, OptionalInt direction) {
        return new OptionsString(transport, 1500, digest, false, tlsAuth, direction, true).text();
    }

    private static byte[] random(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }
}
