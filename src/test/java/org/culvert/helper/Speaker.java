package org.culvert.helper;

import org.culvert.ipc.Frames;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The other end of the helper's socket, which may say anything. */
final class Speaker implements AutoCloseable {
    private final SocketChannel channel;

    private Speaker(SocketChannel channel) {
        this.channel = channel;
    }

    static Speaker at(Path socket) throws IOException {
        return new Speaker(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /** Says hello and reads the helper's; its first status stays to be read. */
    static Speaker greeted(Path socket) throws IOException {
        Speaker speaker = at(socket);
        speaker.say(new Request.Hello(Request.PROTOCOL, "0"));
        speaker.hear(Response.Hello.class);
        return speaker;
    }

    void say(Request request) throws IOException {
        Frames.write(channel, Json.write(request));
    }

    void say(String text) throws IOException {
        Frames.write(channel, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Octets as they are, without a frame. */
    void write(byte[] octets) throws IOException {
        var buffer = ByteBuffer.wrap(octets);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    Response hear() throws IOException {
        byte[] frame = Frames.read(channel, Frames.FROM_HELPER);
        return Json.read(frame, Response.class).orElseThrow();
    }

    /** The next message of this kind; what comes before it is left out. */
    <T extends Response> T hear(Class<T> kind) throws IOException {
        Response next = hear();
        while (!kind.isInstance(next)) {
            next = hear();
        }
        return kind.cast(next);
    }

    /** Reads to the end; true where there is one. */
    boolean isCutOff() {
        try {
            while (true) {
                Frames.read(channel, Frames.FROM_HELPER);
            }
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
