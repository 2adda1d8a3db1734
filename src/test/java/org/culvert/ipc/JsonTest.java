package org.culvert.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.DataSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.Routing;
import org.culvert.spec.SignIn;
import org.culvert.spec.Timers;
import org.culvert.spec.TlsSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

class JsonTest {
    private static final Answer.Credentials CREDENTIALS =
            new Answer.Credentials("anna", Secret.ofUtf8("s3cret"), Optional.empty());

    static ConnectSpec spec() {
        return new ConnectSpec(
                "Office",
                List.of(new Remote("vpn.example.org", 1194, Transport.UDP)),
                new ControlWrapping.TlsAuth(Secret.of(new byte[256]), OptionalInt.of(1), "SHA256"),
                new TlsSpec(
                        "pem",
                        Optional.of(new TlsSpec.Identity("cert", Secret.ofUtf8("key"))),
                        new TlsSpec.ServerCheck(
                                true,
                                Optional.of(
                                        new TlsSpec.NameCheck(TlsSpec.NameCheck.Form.NAME, "vpn")),
                                false),
                        TlsSpec.TlsVersion.TLS_1_2,
                        TlsSpec.TlsVersion.TLS_1_3,
                        List.of(),
                        List.of()),
                new SignIn(true, Optional.of(CREDENTIALS), Optional.empty()),
                DataSpec.DEFAULT,
                Timers.DEFAULT,
                Routing.DEFAULT);
    }

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Hello(1, "0.1.0"),
                new Request.Connect(1, spec()),
                new Request.Disconnect(2, Optional.of("Office")),
                new Request.Disconnect(2, Optional.empty()),
                new Request.Reconnect(3, Optional.empty()),
                new Request.Status(4),
                new Request.Stats(5),
                new Request.Log(6, 7),
                new Request.History(8, "c1", true, 9),
                new Request.Reply(10, 11, CREDENTIALS),
                new Request.Reply(10, 11, new Answer.Cancelled()),
                new Request.Watch(12, true, false));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsReadAsItWasWritten(Request request) {
        assertEquals(Optional.of(request), Json.read(Json.write(request), Request.class));
    }

    @Test
    void aStatusIsReadAsItWasWritten() {
        var status = new Response.StatusNotice(7, List.of(connection()));

        assertEquals(Optional.of(status), Json.read(Json.write(status), Response.class));
    }

    @Test
    void aStatusSaysNullForWhatIsNotKnownAndPlainTextForAddresses() {
        String json = new String(Json.write(connection()), StandardCharsets.UTF_8);

        assertEquals(true, json.contains("\"retryAt\":null"), json);
        assertEquals(true, json.contains("\"state\":\"needUser\""), json);
        assertEquals(true, json.contains("\"addresses\":[\"10.8.0.6/24\"]"), json);
        assertEquals(true, json.contains("\"remote\":\"[2001:db8::1]:1194\""), json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "7",
                "\"Status\"",
                "{\"type\":\"Nothing\",\"id\":1}",
                "{\"type\":\"Status\"}",
                "{\"type\":\"Status\",\"id\":1,\"more\":2}",
                "{\"type\":\"Status\",\"id\":1,\"id\":2}",
                "{\"type\":\"Status\",\"id\":null}",
                "{\"type\":\"Status\",\"id\":\"x\"}",
                "{\"type\":\"Status\",\"id\":1} {}",
                "{\"type\":\"Status\",\"id\":NaN}",
                "{\"type\":\"Connect\",\"id\":1,\"spec\":null}",
                "{\"type\":\"Status\",\"id\":99999999999}",
                "{\"type\":\"java.lang.Runtime\"}"
            })
    void whatIsNoRequestIsRefused(String text) {
        assertEquals(
                Optional.empty(), Json.read(text.getBytes(StandardCharsets.UTF_8), Request.class));
    }

    @Test
    void randomAndMutatedFramesNeverThrow() {
        var random = new Random(11);
        byte[] good = Json.write(new Request.Connect(1, spec()));
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = good.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            }
            Json.read(frame, Request.class);
        }
    }

    @Test
    void noSecretIsInWhatIsPrinted() {
        String printed = new Request.Connect(1, spec()).toString() + CREDENTIALS;

        assertFalse(printed.contains("s3cret"), printed);
    }

    private static Connection connection() {
        return new Connection(
                "c1",
                "Office",
                State.NEED_USER,
                4,
                1,
                1,
                null,
                new Endpoint(IpAddress.literal("2001:db8::1"), 1194).toString(),
                Transport.UDP,
                null,
                "TLSv1.3",
                null,
                null,
                "culvert0",
                List.of(Cidr.literal("10.8.0.6/24")),
                List.of(Route.to(Cidr.literal("10.9.0.0/16")).destination()),
                List.of(
                        new Connection.Dns(
                                IpAddress.literal("10.8.0.1"), List.of("a.example"), null)),
                1500,
                1,
                2,
                3,
                4,
                null,
                null,
                false,
                true,
                List.of(1L, -1L),
                new Connection.Prompt(
                        3,
                        new Question.Credentials(
                                Optional.of("anna"),
                                Optional.of(new Question.Rejection("AUTH-2", "no")),
                                Optional.empty())),
                new Failure.NameNotFound("host", Phrase.of(Phrase.Kind.NO_SUCH_NAME, "10.0.0.1")));
    }
}
