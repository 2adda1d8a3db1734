package org.culvert.desktop;

import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.traffic.Totals;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What helper and disk tell, passed on to whoever shows it. Used on one thread. */
final class News implements HelperLink.Listener, ProfileShelf.Listener {
    private final Models models;
    private final Consumer<Service> service;
    private final List<Consumer<List<ProfileCard>>> readers;
    private final Consumer<List<Connection>> watcher;
    private final Consumer<Failure> trouble;
    private Optional<Response.LogLine> last = Optional.empty();

    /**
     * News for {@code models} first.
     *
     * @param readers then hear of all profiles, in this order
     * @param watcher then hears of all connections
     */
    News(
            Models models,
            Consumer<Service> service,
            List<Consumer<List<ProfileCard>>> readers,
            Consumer<List<Connection>> watcher,
            Consumer<Failure> trouble) {
        this.models = models;
        this.service = service;
        this.readers = List.copyOf(readers);
        this.watcher = watcher;
        this.trouble = trouble;
    }

    @Override
    public void service(Service now) {
        service.accept(now);
        switch (now) {
            case Service.Searching() -> {}
            case Service.Ready(String _) -> models.connections().reached();
            case Service.Unreachable(Failure _) -> models.connections().forget();
        }
    }

    @Override
    public void connections(List<Connection> connections) {
        models.connections().tell(connections);
        watcher.accept(connections);
    }

    @Override
    public void history(String id, List<TrafficSample> hour, List<TrafficSample> minutes) {
        models.connections().past(id, hour, minutes);
    }

    @Override
    public void sample(Response.TrafficNotice tenth) {
        String id = tenth.connection();
        models.connections().sample(id, tenth.sample());
        models.connections().totals(id, new Totals(tenth.bytesIn(), tenth.bytesOut()));
    }

    @Override
    public void samples(String id, List<TrafficSample> tenths) {
        tenths.forEach(tenth -> models.connections().sample(id, tenth));
    }

    /** A helper that was started anew counts its lines from the beginning again. */
    @Override
    public void log(List<Response.LogLine> lines) {
        Response.LogLine first = lines.getFirst();
        boolean anew =
                last.filter(old ->
                                first.number() <= old.number() && first.atMillis() > old.atMillis())
                        .isPresent();
        if (anew) {
            models.log().restart();
        }
        if (anew || last.isEmpty() || last.get().number() < lines.getLast().number()) {
            last = Optional.of(lines.getLast());
        }
        models.log().add(lines);
    }

    @Override
    public void profiles(List<ProfileCard> profiles) {
        models.profiles().profiles(profiles);
        readers.forEach(reader -> reader.accept(profiles));
    }

    @Override
    public void trouble(Failure failure) {
        trouble.accept(failure);
    }
}
