package org.culvert.desktop.tray;

import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.HelperLink;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;
import org.culvert.prompt.Answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A helper that does as the test says. Used on the application thread. */
final class ScriptedHelper implements HelperLink {
    private final Connections connections;

    ScriptedHelper(Connections connections) {
        this.connections = connections;
    }

    /** The tunnel of {@code profile} comes to {@code state}. */
    void tell(String profile, State state) {
        connections.tell(List.of(Sample.connection(profile, state, 3, null)));
    }

    /** Octets that came and went until {@code millis}. */
    void flow(String profile, long millis, long octets) {
        connections.sample(
                "c-" + profile,
                new TrafficSample(millis, 100, octets, octets / 12, octets * 10, octets, 24));
    }

    @Override
    public void look(boolean seen) {}

    @Override
    public void glance() {}

    @Override
    public void open(Listener listener) {}

    @Override
    public void seek() {}

    @Override
    public void check(String profileId, Consumer<Optional<Failure>> outcome) {
        outcome.accept(Optional.empty());
    }

    @Override
    public void connect(String profileId, Manner manner, Consumer<Failure> refused) {
        tell(profileId, State.CONNECTING);
    }

    @Override
    public void disconnect(String profile) {
        tell(profile, State.OFF);
    }

    @Override
    public void reconnect(String profile) {
        tell(profile, State.RECONNECTING);
    }

    @Override
    public void answer(int prompt, Answer answer) {}

    @Override
    public void close() {}
}
