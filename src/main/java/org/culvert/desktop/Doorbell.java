package org.culvert.desktop;

import jdk.net.ExtendedSocketOptions;

import org.culvert.ipc.Frames;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One window a user: the first holds a lock and listens; a second start rings here, hands its words
 * over and ends. The kernel lets go of the lock however the first one ends.
 */
final class Doorbell implements AutoCloseable {
    private static final int LONGEST = 64 << 10;
    private static final Path SELF = Path.of("/proc/self");

    private final FileLock lock;
    private final ServerSocketChannel server;

    private Doorbell(FileLock lock, ServerSocketChannel server) {
        this.lock = lock;
        this.server = server;
    }

    /** The doorbell of {@code folder}; empty where another window has it. */
    static Optional<Doorbell> hang(Path folder) throws IOException {
        var mode = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mode));
        Files.setPosixFilePermissions(folder, mode);
        FileChannel file =
                FileChannel.open(
                        folder.resolve("window.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            return Optional.empty();
        }
        Path socket = socket(folder);
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return Optional.of(new Doorbell(lock, server));
    }

    private static Path socket(Path folder) {
        return folder.resolve("window.sock");
    }

    /** Hands {@code words} to the window that listens in {@code folder}; whether it took them. */
    static boolean ring(Path folder, List<String> words) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(folder)))) {
            if (!isMine(channel)) {
                return false;
            }
            Frames.write(channel, octets(words));
            return Frames.read(channel, LONGEST).length > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Gives the words of each start to {@code visitor}, on a thread of its own, until closed. */
    void answer(Consumer<List<String>> visitor) {
        Thread.ofVirtual()
                .name("doorbell")
                .start(() -> {
                    while (server.isOpen()) {
                        try (SocketChannel channel = server.accept()) {
                            if (isMine(channel)) {
                                List<String> words = words(Frames.read(channel, LONGEST));
                                Frames.write(channel, new byte[] {1});
                                visitor.accept(words);
                            }
                        } catch (IOException _) {
                            // somebody rang and ran away, or the door is closed
                        }
                    }
                });
    }

    /** The kernel's word that the other side is this very user. */
    private static boolean isMine(SocketChannel channel) throws IOException {
        UserPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        return peer.equals(Files.getOwner(SELF));
    }

    /** No word of a command line holds a NUL. */
    private static byte[] octets(List<String> words) {
        return ("\0" + String.join("\0", words)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> words(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        return text.length() < 2 ? List.of() : List.of(text.substring(1).split("\0", -1));
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.channel().close();
    }
}
