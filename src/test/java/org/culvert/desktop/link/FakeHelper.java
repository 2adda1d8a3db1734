package org.culvert.desktop.link;

import org.culvert.ipc.Frames;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The other end of the socket: answers as the test says and remembers what it was asked. */
final class FakeHelper implements AutoCloseable {
    private final ServerSocketChannel server;
    private final Function<Request, Response> answers;
    private final List<SocketChannel> guests = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Request> asked = new LinkedBlockingQueue<>();

    /** A helper at {@code socket}. */
    FakeHelper(Path socket, Function<Request, Response> answers) throws IOException {
        this.answers = answers;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::welcome);
    }

    private void welcome() {
        while (server.isOpen()) {
            try {
                SocketChannel guest = server.accept();
                guests.add(guest);
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(SocketChannel guest) {
        try {
            while (true) {
                Request request =
                        Json.read(Frames.read(guest, Frames.FROM_HELPER), Request.class)
                                .orElseThrow();
                asked.add(request);
                write(guest, answers.apply(request));
            }
        } catch (IOException _) {
            // the guest has gone
        }
    }

    private static synchronized void write(SocketChannel guest, Response response)
            throws IOException {
        Frames.write(guest, Json.write(response));
    }

    /** Tells everybody. */
    void tell(Response notice) throws IOException {
        for (SocketChannel guest : guests) {
            write(guest, notice);
        }
    }

    /** The next request of that kind. */
    <T extends Request> T asked(Class<T> kind) throws InterruptedException {
        return asked(kind, 10_000);
    }

    /** The next request of that kind, if it comes in so long. */
    <T extends Request> T asked(Class<T> kind, int millis) throws InterruptedException {
        Request next = asked.poll(millis, TimeUnit.MILLISECONDS);
        while (next != null && !kind.isInstance(next)) {
            next = asked.poll(millis, TimeUnit.MILLISECONDS);
        }
        if (next == null) {
            throw new AssertionError("nobody asked for " + kind);
        }
        return kind.cast(next);
    }

    /** Hangs up on everybody. */
    void hangUp() throws IOException {
        for (SocketChannel guest : guests) {
            guest.close();
        }
        guests.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
