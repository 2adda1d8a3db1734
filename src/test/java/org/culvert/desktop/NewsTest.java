package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.desktop.traffic.Totals;
import org.culvert.desktop.traffic.Track;
import org.culvert.failure.Failure;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

class NewsTest {
    private static final Failure GONE = new Failure.HelperNotRunning("/run/culvert/helper.sock");

    private final Look look = Sample.look(Locale.ENGLISH);
    private final Connections connections = new Connections(look.clock());
    private final Models models = Fx.on(this::models);
    private final List<Object> told = new ArrayList<>();
    private final News news =
            new News(
                    models,
                    told::add,
                    List.of(all -> told.add("first"), all -> told.add("second")),
                    all -> told.add("connections"),
                    told::add);

    private Models models() {
        var shelf = new MemoryShelf(List.of());
        return new Models(look, connections, new ProfileListModel(look, shelf, connections));
    }

    @Test
    void aHelperThatIsGoneTakesItsConnectionsWithIt() {
        Fx.run(() -> {
            news.connections(List.of(Sample.connection("Lab", State.ON, 7, null)));
            news.service(new Service.Ready("0.1.0"));
        });
        assertEquals(State.ON, connections.of("Lab").state());

        Fx.run(() -> news.service(new Service.Unreachable(GONE)));

        assertEquals(State.OFF, connections.of("Lab").state());
        assertEquals(
                List.of("connections", new Service.Ready("0.1.0"), new Service.Unreachable(GONE)),
                told);
    }

    @Test
    void aTenthOfASecondBringsTrafficAndTotals() {
        Fx.run(() -> {
            news.connections(List.of(Sample.connection("Lab", State.ON, 7, null)));
            var sample = new TrafficSample(1000, 100, 5, 7, 50, 70, -1);
            news.sample(new Response.TrafficNotice(1, "c-Lab", sample, 905, 807));
        });

        Track track = connections.track("Lab").orElseThrow();
        assertEquals(5, track.history().totalDown());
        assertEquals(new Totals(905, 807), track.totals().orElseThrow());
    }

    @Test
    void readersHearOfProfilesInTheirOrderAfterTheList() {
        ProfileCard card = Sample.card("Lab", "vpn.example");

        Fx.run(() -> news.profiles(List.of(card)));

        assertEquals(List.of("first", "second"), told);
        assertEquals(List.of(card), models.profiles().all());
    }

    @Test
    void whatCannotBeStoredIsTold() {
        Fx.run(() -> news.trouble(GONE));

        assertEquals(List.of(GONE), told);
    }

    @Test
    void linesOfTheSameHelperAreTakenOnce() {
        Fx.run(() -> {
            news.log(lines(0, 3, 100));
            news.log(lines(1, 5, 100));
        });

        assertEquals(5, models.log().lines().size());
    }

    @Test
    void aHelperThatCountsAnewBeginsBelowTheOld() {
        Fx.run(() -> {
            news.log(lines(0, 3, 100));
            news.log(lines(0, 2, 900));
        });

        assertEquals(5, models.log().lines().size());
        assertTrue(models.log().lines().getLast().atMillis() >= 900);
    }

    private static List<Response.LogLine> lines(long from, long to, long at) {
        return LongStream.range(from, to)
                .mapToObj(n -> new Response.LogLine(n, at + n, "line " + n))
                .toList();
    }
}
