package org.culvert.helper;

import jdk.net.ExtendedSocketOptions;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Frames;
import org.culvert.ipc.Json;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The socket: judges each caller by the kernel's word, then serves it on threads of its own. */
final class Door implements AutoCloseable {
    private static final int MOST_OF_ONE = 8;
    private static final int MOST = 32;

    private final Path path;
    private final ServerSocketChannel server;
    private final Predicate<UserPrincipal> mayUse;
    private final Tunnels tunnels;
    private final Diary diary;
    private final List<Guest> guests = new CopyOnWriteArrayList<>();

    private record Guest(UserPrincipal caller, Client client) {}

    private Door(
            Path path,
            ServerSocketChannel server,
            Predicate<UserPrincipal> mayUse,
            Tunnels tunnels,
            Diary diary) {
        this.path = path;
        this.server = server;
        this.mayUse = mayUse;
        this.tunnels = tunnels;
        this.diary = diary;
    }

    /**
     * Listens at {@code path} for everybody, and serves those whom {@code mayUse} lets in; a socket
     * that nobody serves any more is replaced.
     */
    static Door open(Path path, Predicate<UserPrincipal> mayUse, Tunnels tunnels, Diary diary)
            throws IOException {
        if (Files.exists(path) && !served(path)) {
            Files.delete(path);
        }
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        return new Door(path, server, mayUse, tunnels, diary);
    }

    /** Whether somebody answers there. */
    static boolean served(Path path) {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Accepts until closed. */
    void run() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> receive(channel));
            } catch (IOException e) {
                if (server.isOpen()) {
                    diary.write("accept: " + e.getMessage());
                }
            }
        }
    }

    /** For every client that watches traffic. */
    void toClients(Consumer<Client> action) {
        guests.forEach(guest -> action.accept(guest.client()));
    }

    private void receive(SocketChannel channel) {
        try {
            UserPrincipal caller = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
            if (!mayUse.test(caller)) {
                turnAway(channel, Phrase.Kind.NO_MEMBER);
                return;
            }
            var guest = new Guest(caller, new Client(channel, caller, tunnels, diary));
            if (!admit(guest)) {
                turnAway(channel, Phrase.Kind.TOO_MANY);
                return;
            }
            try {
                guest.client().serve();
            } finally {
                guests.remove(guest);
            }
        } catch (IOException _) {
            // gone before it was judged
        }
    }

    private synchronized boolean admit(Guest guest) {
        long his = guests.stream().filter(g -> g.caller().equals(guest.caller())).count();
        boolean room = his < MOST_OF_ONE && guests.size() < MOST;
        return room && guests.add(guest);
    }

    private static void turnAway(SocketChannel channel, Phrase.Kind why) throws IOException {
        try (channel) {
            var failure = new Failure.NotAllowed(Phrase.of(why));
            Frames.write(channel, Json.write(new Response.Refused(0, failure)));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
