package org.culvert.client;

import jdk.net.ExtendedSocketOptions;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Frames;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A connection to the helper: requests by id, notices to a listener on a thread of its own. That is
 * a platform thread: those that serve virtual ones wait in the kernel, and a process that exits
 * gives each such thread 300 ms. The peer is checked before a secret is sent: it must be root or
 * the helper's account, by the kernel's word; a test may allow a helper of its own account.
 */
public final class HelperConnection implements AutoCloseable {
    private static final String VERSION = "0.1.0";
    private static final String ROOT = "0";
    private static final String ACCOUNT = "culvert-helper";
    private static final String OWN_ALLOWED = "culvert.own.helper.allowed";
    private static final int PATIENCE_SECONDS = 10;

    private final SocketChannel channel;
    private final Consumer<Response> listener;
    private final Consumer<Optional<Failure>> ended;
    private final Map<Integer, CompletableFuture<Response>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(1);
    private volatile String version = "";

    private HelperConnection(
            SocketChannel channel, Consumer<Response> listener, Consumer<Optional<Failure>> ended) {
        this.channel = channel;
        this.listener = listener;
        this.ended = ended;
    }

    /** A connection, or why there is none. */
    public sealed interface Result {}

    /** It stands. */
    public record Connected(HelperConnection connection) implements Result {}

    /** It does not. */
    public record NotConnected(Failure failure) implements Result {}

    /** Where the helper listens: {@code CULVERT_SOCKET}, else the usual place. */
    public static Path usualSocket() {
        String named = System.getenv("CULVERT_SOCKET");
        return Path.of(named != null ? named : "/run/culvert/helper.sock");
    }

    /**
     * Connects and says hello.
     *
     * @param listener hears notices
     * @param ended hears once that the connection is over
     */
    public static Result open(
            Path socket, Consumer<Response> listener, Consumer<Optional<Failure>> ended) {
        try {
            var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            if (!isTrusted(channel)) {
                channel.close();
                return new NotConnected(
                        new Failure.NotAllowed(Phrase.of(Phrase.Kind.STRANGE_SOCKET)));
            }
            var connection = new HelperConnection(channel, listener, ended);
            return connection.greet();
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException _) {
            return new NotConnected(new Failure.HelperNotRunning(socket.toString()));
        }
    }

    private static boolean isTrusted(SocketChannel channel) throws IOException {
        UserPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        boolean own = Boolean.getBoolean(OWN_ALLOWED);
        return Stream.of(ROOT, ACCOUNT, own ? System.getProperty("user.name") : ROOT)
                .flatMap(name -> principal(name).stream())
                .anyMatch(peer::equals);
    }

    private static Optional<UserPrincipal> principal(String name) {
        try {
            return Optional.of(
                    FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(name));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Result greet() throws IOException {
        sayHello();
        Optional<Response> first =
                Json.read(Frames.read(channel, Frames.FROM_HELPER), Response.class);
        if (first.isPresent() && first.get() instanceof Response.Refused(int _, Failure failure)) {
            channel.close();
            return new NotConnected(failure);
        }
        int theirs = 0;
        if (first.isPresent() && first.get() instanceof Response.Hello(int protocol, String its)) {
            theirs = protocol;
            version = its;
        }
        if (theirs != Request.PROTOCOL) {
            channel.close();
            return new NotConnected(new Failure.OtherVersion(Request.PROTOCOL, theirs));
        }
        Thread.ofPlatform().daemon().name("helper-notices").start(this::listen);
        return new Connected(this);
    }

    /** The helper's own version. */
    public String version() {
        return version;
    }

    /** A helper that turns us away has closed its ears already; what it said is read next. */
    private void sayHello() {
        try {
            Frames.write(channel, Json.write(new Request.Hello(Request.PROTOCOL, VERSION)));
        } catch (IOException _) {
            // its answer tells why
        }
    }

    /** Sends what {@code request} makes of a fresh id and waits for the reply. */
    public Response ask(IntFunction<Request> request) throws IOException {
        int id = next.getAndIncrement();
        var reply = new CompletableFuture<Response>();
        waiting.put(id, reply);
        try {
            synchronized (channel) {
                Frames.write(channel, Json.write(request.apply(id)));
            }
            return reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the helper does not answer", e);
        } finally {
            waiting.remove(id);
        }
    }

    private void listen() {
        Optional<Failure> why = Optional.empty();
        try {
            while (true) {
                Optional<Response> response =
                        Json.read(Frames.read(channel, Frames.FROM_HELPER), Response.class);
                if (response.isEmpty()) {
                    why = Optional.of(new Failure.OtherVersion(Request.PROTOCOL, 0));
                    break;
                }
                dispatch(response.get());
            }
        } catch (IOException _) {
            // the helper has ended, or we have
        }
        waiting.values().forEach(w -> w.completeExceptionally(new IOException("closed")));
        ended.accept(why);
    }

    private void dispatch(Response response) {
        int id =
                switch (response) {
                    case Response.Done(int i) -> i;
                    case Response.Refused(int i, Failure _) -> i;
                    case Response.Gone(int i) -> i;
                    case Response.StatusReply(int i, var _) -> i;
                    case Response.StatsReply(int i, var _, var _) -> i;
                    case Response.LogReply(int i, var _) -> i;
                    case Response.HistoryReply(int i, var _) -> i;
                    case Response.Hello _,
                            Response.Malformed _,
                            Response.StatusNotice _,
                            Response.TrafficNotice _,
                            Response.LogNotice _ ->
                            0;
                };
        CompletableFuture<Response> asked = id == 0 ? null : waiting.remove(id);
        if (asked != null) {
            asked.complete(response);
        } else {
            listener.accept(response);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
