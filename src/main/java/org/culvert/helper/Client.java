package org.culvert.helper;

import org.culvert.failure.Failure;
import org.culvert.ipc.Frames;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.perf.StageSnapshot;
import org.culvert.perf.TrafficSample;
import org.culvert.tunnel.DropCounts;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One connection of a window or command line: a thread that reads requests, one that writes. What a
 * slow reader does not take is bounded; traffic samples go first, then the connection.
 */
final class Client {
    static final String VERSION = "0.1.0";

    private static final int QUEUE = 256;
    private static final int TRAFFIC_MARGIN = 64;
    private static final int PAGE = 1000;
    private static final int HELLO_SECONDS = 10;
    private static final int FRAME_SECONDS = 10;

    private final SocketChannel channel;
    private final UserPrincipal caller;
    private final Tunnels tunnels;
    private final Diary diary;
    private final ArrayBlockingQueue<Response> outbox = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong seq = new AtomicLong();
    private final Runnable statusListener = this::sendStatus;
    private final Consumer<Response.LogLine> logListener = this::sendLine;
    private volatile boolean traffic;
    private boolean log;
    private volatile boolean open = true;

    Client(SocketChannel channel, UserPrincipal caller, Tunnels tunnels, Diary diary) {
        this.channel = channel;
        this.caller = caller;
        this.tunnels = tunnels;
        this.diary = diary;
    }

    /** Serves until the other side or an error ends it. */
    void serve() {
        Thread writer = Thread.ofVirtual().start(this::write);
        try {
            if (greet()) {
                tunnels.listen(statusListener);
                sendStatus();
                while (open && obey(next())) {
                    // next request
                }
            }
        } catch (Frames.TooLong e) {
            send(new Response.Malformed(String.valueOf(e.getMessage())));
        } catch (IOException _) {
            // the other side is gone, or sent what is no frame
        } finally {
            tunnels.leave(statusListener);
            diary.leave(logListener);
            close(writer);
        }
    }

    /** A sample for whoever watches; dropped first where the reader is slow. */
    void sample(LiveTunnel tunnel, TrafficSample sample) {
        if (traffic && outbox.remainingCapacity() > TRAFFIC_MARGIN && sees(tunnel)) {
            var counters = tunnel.runner().counters();
            send(
                    new Response.TrafficNotice(
                            seq.incrementAndGet(),
                            tunnel.id(),
                            sample,
                            counters.bytesIn(),
                            counters.bytesOut()));
        }
    }

    boolean watches() {
        return traffic;
    }

    boolean sees(LiveTunnel tunnel) {
        return sees(tunnel.owner());
    }

    private boolean sees(UserPrincipal owner) {
        return tunnels.sees(caller, owner);
    }

    /** A frame may begin when it likes; once begun it has to end. */
    private byte[] next() throws IOException {
        int length = Frames.length(channel, Frames.TO_HELPER);
        try (var _ = Deadline.in(FRAME_SECONDS, this::closeQuietly)) {
            return Frames.body(channel, length);
        }
    }

    private byte[] first() throws IOException {
        try (var _ = Deadline.in(HELLO_SECONDS, this::closeQuietly)) {
            return Frames.read(channel, Frames.FIRST);
        }
    }

    private boolean greet() throws IOException {
        byte[] frame = first();
        Optional<Request> request = Json.read(frame, Request.class);
        send(new Response.Hello(Request.PROTOCOL, VERSION));
        if (request.isPresent() && request.get() instanceof Request.Hello(int protocol, String _)) {
            if (protocol == Request.PROTOCOL) {
                return true;
            }
            send(new Response.Refused(0, new Failure.OtherVersion(Request.PROTOCOL, protocol)));
            return false;
        }
        send(new Response.Malformed("the first frame is no hello"));
        return false;
    }

    private boolean obey(byte[] frame) {
        Optional<Request> request = Json.read(frame, Request.class);
        Arrays.fill(frame, (byte) 0);
        boolean large = frame.length > Frames.FIRST;
        if (request.isEmpty() || (large && !(request.get() instanceof Request.Connect))) {
            send(new Response.Malformed("not a request of this protocol"));
            return false;
        }
        Response response = answer(request.get());
        send(response);
        return !(response instanceof Response.Malformed);
    }

    private Response answer(Request request) {
        return switch (request) {
            case Request.Hello _ -> new Response.Malformed("hello comes once");
            case Request.Connect(int id, var spec) ->
                    tunnels.connect(caller, spec)
                            .<Response>map(failure -> new Response.Refused(id, failure))
                            .orElse(new Response.Done(id));
            case Request.Disconnect(int id, var profile) ->
                    forEach(id, profile, tunnels::disconnect);
            case Request.Reconnect(int id, var profile) ->
                    forEach(id, profile, tunnel -> tunnel.runner().reconnect());
            case Request.Status(int id) -> new Response.StatusReply(id, tunnels.report(caller));
            case Request.Stats(int id) -> stats(id);
            case Request.Log(int id, long after) ->
                    new Response.LogReply(id, diary.after(after, PAGE, this::sees));
            case Request.History history -> history(history);
            case Request.Reply(int id, int promptId, var answer) ->
                    tunnels.of(caller).stream().anyMatch(t -> t.runner().answer(promptId, answer))
                            ? new Response.Done(id)
                            : new Response.Gone(id);
            case Request.Watch(int id, boolean wantsTraffic, boolean wantsLog) -> {
                watch(wantsTraffic, wantsLog);
                yield new Response.Done(id);
            }
        };
    }

    private Response forEach(int id, Optional<String> profile, Consumer<LiveTunnel> action) {
        tunnels.of(caller, profile).forEach(action);
        return new Response.Done(id);
    }

    private void watch(boolean wantsTraffic, boolean wantsLog) {
        traffic = wantsTraffic;
        if (wantsLog && !log) {
            diary.follow(logListener, this::sees);
        } else if (!wantsLog) {
            diary.leave(logListener);
        }
        log = wantsLog;
    }

    private Response stats(int id) {
        StageSnapshot sum = StageSnapshot.NONE;
        DropCounts drops = DropCounts.NONE;
        for (LiveTunnel tunnel : tunnels.of(caller)) {
            sum = sum.plus(tunnel.runner().stages());
            drops = drops.plus(tunnel.runner().drops());
        }
        return new Response.StatsReply(id, Reports.stages(sum), drops.named());
    }

    private Response history(Request.History wanted) {
        List<TrafficSample> samples =
                tunnels.of(caller).stream()
                        .filter(tunnel -> tunnel.id().equals(wanted.connection()))
                        .map(LiveTunnel::history)
                        .flatMap(h -> (wanted.fine() ? h.fine() : h.coarse()).stream())
                        .filter(sample -> sample.atMillis() > wanted.afterMillis())
                        .limit(PAGE)
                        .toList();
        return new Response.HistoryReply(wanted.id(), samples);
    }

    private void sendStatus() {
        send(new Response.StatusNotice(seq.incrementAndGet(), tunnels.report(caller)));
    }

    private void sendLine(Response.LogLine line) {
        send(new Response.LogNotice(seq.incrementAndGet(), line));
    }

    private void send(Response response) {
        if (!outbox.offer(response)) {
            open = false;
            closeQuietly();
        }
    }

    private void write() {
        try {
            while (open || !outbox.isEmpty()) {
                Response next = outbox.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    Frames.write(channel, Json.write(next));
                }
            }
        } catch (IOException _) {
            open = false;
            closeQuietly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(Thread writer) {
        open = false;
        try {
            writer.join(java.time.Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone already
        }
    }
}
