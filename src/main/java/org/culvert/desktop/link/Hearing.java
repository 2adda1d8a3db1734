package org.culvert.desktop.link;

import org.culvert.client.HelperConnection;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What is heard over one connection to the helper, put in order for the listener. */
final class Hearing implements Consumer<Response> {
    private final HelperLink.Listener listener;
    private final Executor stage;
    private final Roster roster;
    private final Pasts pasts = new Pasts();
    private final Lines lines = new Lines();
    private final CompletableFuture<HelperConnection> helper = new CompletableFuture<>();
    private volatile boolean seen;
    private boolean watching;
    private final Map<String, Long> newest = new ConcurrentHashMap<>();

    /** {@code seen}: whether a window shows what flows. */
    Hearing(HelperLink.Listener listener, Executor stage, Roster roster, boolean seen) {
        this.listener = listener;
        this.stage = stage;
        this.roster = roster;
        this.seen = seen;
    }

    /** Follows the diary of {@code connection}, and asks for what was before. */
    void begin(HelperConnection connection) {
        helper.complete(connection);
        Thread.ofVirtual().start(this::read);
    }

    /** Hears all that flows while it is seen; what was missed is asked for when it is again. */
    void look(boolean now) {
        seen = now;
        Thread.ofVirtual().start(this::watch);
    }

    /** Asks for the last seconds, unless all is heard anyway. */
    void glance() {
        if (!seen) {
            Thread.ofVirtual().start(this::catchUp);
        }
    }

    @Override
    public void accept(Response notice) {
        switch (notice) {
            case Response.StatusNotice(long _, var connections) -> status(connections);
            case Response.TrafficNotice tenth -> sample(tenth);
            case Response.LogNotice(long _, var line) -> log(lines.add(line));
            case Response.Hello _,
                    Response.Done _,
                    Response.Refused _,
                    Response.Gone _,
                    Response.Malformed _,
                    Response.StatusReply _,
                    Response.StatsReply _,
                    Response.LogReply _,
                    Response.HistoryReply _ -> {}
        }
    }

    private void status(List<Connection> connections) {
        roster.tell(connections);
        stage.execute(() -> listener.connections(connections));
        for (Connection connection : connections) {
            if (pasts.begins(connection.id())) {
                Thread.ofVirtual().start(() -> meet(connection.id()));
            }
        }
    }

    private void sample(Response.TrafficNotice tenth) {
        newest.put(tenth.connection(), tenth.sample().atMillis());
        if (!pasts.holds(tenth)) {
            stage.execute(() -> listener.sample(tenth));
        }
    }

    /** What it does from now on is heard before its past is asked for: nothing falls between. */
    private synchronized void meet(String id) {
        watch();
        past(id);
    }

    private void past(String id) {
        List<TrafficSample> minutes = samples(id, true);
        long from = minutes.isEmpty() ? Long.MAX_VALUE : minutes.getFirst().atMillis();
        newest.merge(id, minutes.isEmpty() ? 0 : minutes.getLast().atMillis(), Math::max);
        List<TrafficSample> hour =
                samples(id, false).stream().filter(second -> second.atMillis() < from).toList();
        stage.execute(() -> listener.history(id, hour, minutes));
        pasts.release(id, held -> stage.execute(() -> listener.sample(held)));
    }

    private List<TrafficSample> samples(String id, boolean fine) {
        var samples = new ArrayList<TrafficSample>();
        long after = 0;
        while (true) {
            List<TrafficSample> page = page(id, fine, after);
            if (page.isEmpty()) {
                return samples;
            }
            samples.addAll(page);
            after = page.getLast().atMillis();
        }
    }

    private List<TrafficSample> page(String id, boolean fine, long after) {
        return ask(request -> new Request.History(request, id, fine, after))
                        instanceof Response.HistoryReply(int _, var some)
                ? some
                : List.of();
    }

    /** The last word counts, however many are spoken at a time. */
    private synchronized void watch() {
        if (seen != watching) {
            watching = seen;
            List<String> missed = watching ? pasts.again() : List.of();
            tellHelper();
            missed.forEach(this::past);
        }
    }

    private synchronized void tellHelper() {
        var _ = ask(id -> new Request.Watch(id, watching, true));
    }

    private synchronized void catchUp() {
        if (!watching) {
            newest.forEach(this::catchUp);
        }
    }

    private void catchUp(String id, long after) {
        List<TrafficSample> tenths = page(id, true, after);
        if (!tenths.isEmpty()) {
            newest.put(id, tenths.getLast().atMillis());
            stage.execute(() -> listener.samples(id, tenths));
        }
    }

    private void read() {
        watch();
        tellHelper();
        long last = 0;
        List<Response.LogLine> page = lines(last);
        while (!page.isEmpty()) {
            log(page);
            last = page.getLast().number();
            page = lines(last);
        }
        log(lines.follow(last));
    }

    private List<Response.LogLine> lines(long after) {
        return ask(id -> new Request.Log(id, after)) instanceof Response.LogReply(int _, var some)
                ? some
                : List.of();
    }

    private void log(List<Response.LogLine> ready) {
        if (!ready.isEmpty()) {
            stage.execute(() -> listener.log(ready));
        }
    }

    private Response ask(IntFunction<Request> request) {
        try {
            return helper.join().ask(request);
        } catch (IOException _) {
            return new Response.Gone(0);
        }
    }
}
