package org.culvert.desktop.link;

import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;
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

        /**
         * The past of {@code connection}, before its first sample and whenever samples were missed:
         * an hour in seconds up to where five minutes in tenths begin.
         */
        void history(String connection, List<TrafficSample> hour, List<TrafficSample> minutes);

        /** A tenth of a second of a connection, and all its octets so far. */
        void sample(Response.TrafficNotice tenth);

        /** Tenths of seconds of a connection that were asked for, while no window shows it. */
        void samples(String connection, List<TrafficSample> tenths);

        /** Lines of the diary, oldest first. */
        void log(List<Response.LogLine> lines);
    }

    /** How a profile is connected this time. */
    enum Manner {
        /** As the profile and the server say. */
        AS_TOLD,
        /** Names are looked up as before; the VPN's servers for them are left out. */
        WITHOUT_VPN_DNS,
        /** Only by those of its servers that listen on TCP 443. */
        BY_TCP_443
    }

    /** Starts to tell {@code listener}; tries again by itself while the helper is away. */
    void open(Listener listener);

    /** Whether a window shows what flows: only then all of it is told, ten times a second. */
    void look(boolean seen);

    /** Tells what has flowed lately, where no window shows it. */
    void glance();

    /** Looks for the helper now rather than at the next try. */
    void seek();

    /**
     * All checks of a profile that need no network. {@code outcome} gets nothing, or what is wrong.
     */
    void check(String profileId, Consumer<Optional<Failure>> outcome);

    /** Starts to connect; {@code refused} gets why the helper would not. */
    void connect(String profileId, Manner manner, Consumer<Failure> refused);

    /** Ends the connection of a profile, or the attempt at one. */
    void disconnect(String profile);

    /** Drops the link of a profile and connects again at once. */
    void reconnect(String profile);

    /** Answers an open question; a late answer is dropped. */
    void answer(int prompt, Answer answer);

    /** Ends the link; the tunnels stay. */
    @Override
    void close();
}
