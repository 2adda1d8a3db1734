package org.culvert.client;

import org.culvert.keys.TestPki;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A web server on the loopback that answers each path with a fixed text. */
public final class HttpsHost implements AutoCloseable {
    private static final TestPki.Party PARTY =
            TestPki.make()
                    .subject("CN=localhost")
                    .valid(Duration.ofDays(-3650), Duration.ofDays(36500))
                    .extension("2.5.29.17", false, localhost())
                    .self();

    private final SSLServerSocket socket;
    private final SSLContext trust;
    private final Map<String, String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private HttpsHost(SSLServerSocket socket, SSLContext trust, Map<String, String> answers) {
        this.socket = socket;
        this.trust = trust;
        this.answers = answers;
    }

    /** Answers by path: a status, a blank, and a body or a place to go to. */
    public static HttpsHost open(Map<String, String> answers)
            throws IOException, GeneralSecurityException {
        SSLContext context = context();
        var door =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        var host = new HttpsHost(door, context, Map.copyOf(answers));
        Thread.ofVirtual().start(host::serve);
        return host;
    }

    /** Shows the certificate and trusts it. */
    private static SSLContext context() throws IOException, GeneralSecurityException {
        char[] none = new char[0];
        X509Certificate[] chain = {PARTY.certificate()};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", PARTY.keys().getPrivate(), none, chain);
        store.setCertificateEntry("known", chain[0]);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, none);
        var known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        known.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), known.getTrustManagers(), null);
        return context;
    }

    /** A subject alternative name with one DNS name. */
    private static byte[] localhost() {
        byte[] name = "localhost".getBytes(StandardCharsets.US_ASCII);
        byte[] der = new byte[name.length + 4];
        der[0] = 0x30;
        der[1] = (byte) (name.length + 2);
        der[2] = (byte) 0x82;
        der[3] = (byte) name.length;
        System.arraycopy(name, 0, der, 4, name.length);
        return der;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                answer(visitor);
            } catch (IOException _) {
                // the next one may do better
            }
        }
    }

    private void answer(Socket visitor) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        String path = in.readLine().split(" ", -1)[1];
        while (!in.readLine().isEmpty()) {
            asked.add(path);
        }
        String[] answer = answers.getOrDefault(path, "404 gone").split(" ", 2);
        boolean moved = answer[0].startsWith("3");
        byte[] body = (moved ? "" : answer[1]).getBytes(StandardCharsets.UTF_8);
        String place = moved ? "Location: " + answer[1] + "\r\n" : "";
        OutputStream out = visitor.getOutputStream();
        String head =
                "HTTP/1.1 %s x\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(answer[0], place, body.length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** A fetcher that trusts this host. */
    public ProfileFetch fetcher() {
        return ProfileFetch.trusting(trust);
    }

    /** The link to {@code path}. */
    public ProfileLink link(String path) {
        return ProfileLink.of("openvpn://import-profile/https://localhost:" + port() + path)
                .orElseThrow();
    }

    private int port() {
        return socket.getLocalPort();
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
