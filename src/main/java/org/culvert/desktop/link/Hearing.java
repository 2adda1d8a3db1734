package org.culvert.desktop.link;

import org.culvert.client.HelperConnection;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    Hearing(HelperLink.Listener listener, Executor stage, Roster roster) {
        this.listener = listener;
        this.stage = stage;
        this.roster = roster;
    }

    /** Watches all that {@code connection} can tell, and asks for what was before. */
    void begin(HelperConnection connection) {
        helper.complete(connection);
        Thread.ofVirtual().start(this::watch);
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
                Thread.ofVirtual().start(() -> past(connection.id()));
            }
        }
    }

    private void sample(Response.TrafficNotice tenth) {
        if (!pasts.holds(tenth)) {
            stage.execute(() -> listener.sample(tenth));
        }
    }

    private void past(String id) {
        List<TrafficSample> minutes = samples(id, true);
        long from = minutes.isEmpty() ? Long.MAX_VALUE : minutes.getFirst().atMillis();
        List<TrafficSample> hour =
                samples(id, false).stream().filter(second -> second.atMillis() < from).toList();
        stage.execute(() -> listener.history(id, hour, minutes));
        pasts.release(id, held -> stage.execute(() -> listener.sample(held)));
    }

    private List<TrafficSample> samples(String id, boolean fine) {
        var samples = new ArrayList<TrafficSample>();
        long after = 0;
        while (true) {
            long from = after;
            List<TrafficSample> page =
                    ask(request -> new Request.History(request, id, fine, from))
                                    instanceof Response.HistoryReply(int _, var some)
                            ? some
                            : List.of();
            if (page.isEmpty()) {
                return samples;
            }
            samples.addAll(page);
            after = page.getLast().atMillis();
        }
    }

    private void watch() {
        var _ = ask(id -> new Request.Watch(id, true, true));
        long last = 0;
        List<Response.LogLine> page = page(last);
        while (!page.isEmpty()) {
            log(page);
            last = page.getLast().number();
            page = page(last);
        }
        log(lines.follow(last));
    }

    private List<Response.LogLine> page(long after) {
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
