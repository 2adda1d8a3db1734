import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the helper for one window, so that its cache of classes holds what a used window needs: a
 * tunnel comes up, asks for a password, carries traffic for a while, and ends. A test of the
 * program reads these words, lest they are no words of the protocol any more.
 */
final class Rehearsal implements AutoCloseable {
    private static final String HELLO =
            """
            {"type":"Hello","protocol":1,"version":"0.1.0"}
            """;

    private static final String DONE =
            """
            {"type":"Done","id":@ID}
            """;

    private static final String DIARY =
            """
            {"type":"LogReply","id":@ID,"lines":[]}
            """;

    private static final String PAST =
            """
            {"type":"HistoryReply","id":@ID,"samples":[]}
            """;

    private static final String LINE =
            """
            {"type":"LogNotice","seq":2,"line":{"number":1,"atMillis":@NOW,"text":"Cache is up"}}
            """;

    private static final String STATUS =
            """
            {"type":"StatusNotice","seq":1,"connections":[{"id":"c1","profile":"Cache","state":"@STATE","stage":4,"since":@NOW,"attempt":1,"retryAt":null,"remote":"203.0.113.7:1194","proto":"UDP","cipher":"AES-256-GCM","tlsVersion":"TLS 1.3","tlsGroup":null,"dataPath":null,"device":"tun0","addresses":["10.8.0.6/24"],"routes":["10.9.0.0/16"],"dns":[{"server":"10.8.0.1","domains":[],"testedMillis":null}],"mtu":1420,"bytesIn":1,"bytesOut":1,"packetsIn":1,"packetsOut":1,"rttMillis":24,"lossPercent":0,"fullTunnel":true,"killSwitch":true,"stageMillis":[38,24,61,1100],"prompt":@PROMPT,"failure":null}]}
            """;

    private static final String TRAFFIC =
            """
            {"type":"TrafficNotice","seq":3,"connection":"c1","sample":{"atMillis":@NOW,"spanMillis":100,"bytesIn":@BYTES,"bytesOut":4000,"peakIn":900000,"peakOut":50000,"rttMillis":12},"bytesIn":@BYTES,"bytesOut":4000}
            """;

    private static final String NO_QUESTION = "null";
    private static final String QUESTION =
            "{\"promptId\":1,\"question\":{\"type\":\"Credentials\",\"userName\":\"anna\","
                    + "\"rejected\":null,\"challenge\":null}}";

    private static final Pattern TYPE = Pattern.compile("\"type\":\"(\\w+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final int TENTHS = 80;

    private final ServerSocketChannel server;
    private final CountDownLatch over = new CountDownLatch(1);

    /** Waits for the window at {@code socket}. */
    Rehearsal(Path socket) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::welcome);
    }

    private void welcome() {
        try (SocketChannel window = server.accept()) {
            answer(window, read(window));
            Thread.ofVirtual().start(() -> play(window));
            while (true) {
                answer(window, read(window));
            }
        } catch (IOException _) {
            // the window has gone, or trusts nobody but root
        } finally {
            over.countDown();
        }
    }

    private void play(SocketChannel window) {
        try {
            write(window, status("connecting", NO_QUESTION));
            Thread.sleep(500);
            write(window, status("needUser", QUESTION));
            Thread.sleep(1500);
            write(window, status("on", NO_QUESTION));
            write(window, LINE);
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                Thread.sleep(100);
                long bytes = Math.round(50_000 * (1 + Math.sin(tenth / 7.0)));
                write(window, TRAFFIC.replace("@BYTES", Long.toString(bytes)));
            }
            write(window, status("off", NO_QUESTION));
        } catch (IOException _) {
            // the window has gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    private static String status(String state, String prompt) {
        return STATUS.replace("@STATE", state).replace("@PROMPT", prompt);
    }

    private static void answer(SocketChannel window, String request) throws IOException {
        Matcher type = TYPE.matcher(request);
        Matcher id = ID.matcher(request);
        String answer =
                switch (type.find() ? type.group(1) : "") {
                    case "Hello" -> HELLO;
                    case "Log" -> DIARY;
                    case "History" -> PAST;
                    default -> DONE;
                };
        write(window, answer.replace("@ID", id.find() ? id.group(1) : "0"));
    }

    private static String read(SocketChannel window) throws IOException {
        var body = ByteBuffer.allocate(fill(window, ByteBuffer.allocate(4)).getInt(0));
        return new String(fill(window, body).array(), StandardCharsets.UTF_8);
    }

    private static ByteBuffer fill(SocketChannel window, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (window.read(buffer) < 0) {
                throw new IOException("the window has gone");
            }
        }
        return buffer;
    }

    private static synchronized void write(SocketChannel window, String words) throws IOException {
        String now = Long.toString(System.currentTimeMillis());
        byte[] body = words.strip().replace("@NOW", now).getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
        while (frame.hasRemaining()) {
            window.write(frame);
        }
    }

    /** Until all of it has been played, or nobody came in so long. */
    void awaitEnd(int seconds) throws InterruptedException {
        var _ = over.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
