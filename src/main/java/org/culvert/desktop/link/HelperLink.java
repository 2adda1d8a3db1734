package org.culvert.desktop.link;

import org.culvert.failure.Failure;
import org.culvert.prompt.Answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The helper, as the window needs it. No call waits; what happens is told to the {@link Listener},
 * on the application thread.
 */
public interface HelperLink extends AutoCloseable {
    /** What the helper tells. */
    interface Listener {
        /** Whether the helper is there. */
        void service(Service service);

        /** All connections, after each change. */
        void connections(List<Connection> connections);

        /** Traffic of {@code connection}, oldest first: first its history, then what comes. */
        void samples(String connection, List<Sample> samples);

        /** Something to draw on the graph of {@code connection}. */
        void mark(String connection, Mark mark);

        /** Lines of the diary, oldest first. */
        void log(List<LogLine> lines);
    }

    /** Starts to tell {@code listener}; tries again by itself while the helper is away. */
    void open(Listener listener);

    /** Looks for the helper now rather than at the next try. */
    void seek();

    /**
     * All checks of a profile that need no network. {@code outcome} gets nothing, or what is wrong.
     */
    void check(String profileId, Consumer<Optional<Failure>> outcome);

    /** Starts to connect; {@code refused} gets why the helper would not. */
    void connect(String profileId, Consumer<Failure> refused);

    /** Ends a connection, or the attempt at one. */
    void disconnect(String connection);

    /** Drops the link and connects again at once. */
    void reconnect(String connection);

    /** Answers an open question; a late answer is dropped. */
    void answer(String prompt, Answer answer);

    /** Ends the link; the tunnels stay. */
    @Override
    void close();
}
