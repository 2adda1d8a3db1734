package org.culvert.cli;

import org.culvert.ipc.Connection;
import org.culvert.ipc.Frames;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A helper on a real socket that says what a test tells it to; an empty list ends it. */
final class ScriptedHelper implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel door;
    private final Function<Request, List<Response>> script;
    private final List<Connection> first;
    private final List<Request> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<SocketChannel> clients = new LinkedBlockingQueue<>();
    private int protocol = Request.PROTOCOL;

    ScriptedHelper(Path folder, List<Connection> first, Function<Request, List<Response>> script)
            throws IOException {
        this.socket = folder.resolve("helper.sock");
        this.first = first;
        this.script = script;
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::serve);
    }

    Path socket() {
        return socket;
    }

    /** What was asked, hellos aside. */
    List<Request> heard() {
        return heard;
    }

    /** Speaks another version from now on. */
    void speak(int other) {
        protocol = other;
    }

    /** Ends as a helper that dies, once a client has heard the first status. */
    void die() throws IOException, InterruptedException {
        clients.take().close();
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            Frames.read(client, Frames.FIRST);
            say(client, new Response.Hello(protocol, "0.1.0"));
            say(client, new Response.StatusNotice(1, first));
            clients.add(client);
            while (answer(client)) {
                // the next one
            }
        } catch (IOException _) {
            // the client is gone
        }
    }

    private boolean answer(SocketChannel client) throws IOException {
        byte[] frame = Frames.read(client, Frames.TO_HELPER);
        Request request = Json.read(frame, Request.class).orElseThrow();
        heard.add(request);
        List<Response> answers = script.apply(request);
        for (Response response : answers) {
            say(client, response);
        }
        return !answers.isEmpty();
    }

    private static void say(SocketChannel client, Response response) throws IOException {
        Frames.write(client, Json.write(response));
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
