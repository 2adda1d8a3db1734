package org.culvert.desktop.link;

import org.culvert.client.HelperConnection;
import org.culvert.failure.Failure;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.profile.Connecting;
import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The helper over its socket. Commands go out one after the other, in their order, on a thread of
 * their own; another thread looks for the helper while it is away.
 */
public final class RemoteHelper implements HelperLink {
    private static final int GOING_SECONDS = 12;
    private static final int PATIENCE_SECONDS = 5;

    private final Path socket;
    private final BiFunction<String, Manner, Connecting.Result> preparation;
    private final Executor stage;
    private final Pauses pauses = new Pauses();
    private final Roster roster = new Roster();
    private final ExecutorService commands =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("helper-commands").factory());
    private final CountDownLatch sought = new CountDownLatch(1);
    private volatile Optional<HelperConnection> line = Optional.empty();
    private volatile Optional<Hearing> ears = Optional.empty();
    private volatile boolean seen;
    private volatile Failure away;

    /**
     * A link that is not open yet.
     *
     * @param socket where the helper listens
     * @param preparation all checks of a profile, by its id; may wait for the disk
     * @param stage runs what listeners are told
     */
    public RemoteHelper(
            Path socket,
            BiFunction<String, Manner, Connecting.Result> preparation,
            Executor stage) {
        this.socket = socket;
        this.preparation = preparation;
        this.stage = stage;
        this.away = new Failure.HelperNotRunning(socket.toString());
    }

    @Override
    public void open(Listener listener) {
        Thread.ofVirtual().name("helper-seeker").start(() -> keep(listener));
    }

    /** Holds one connection after the other until closed. */
    private void keep(Listener listener) {
        while (pauses.goOn()) {
            var hearing = new Hearing(listener, stage, roster, seen);
            switch (HelperConnection.open(socket, hearing, why -> ended(why, listener))) {
                case HelperConnection.NotConnected(Failure failure) -> gone(failure, listener);
                case HelperConnection.Connected(HelperConnection helper) -> {
                    line = Optional.of(helper);
                    sought.countDown();
                    tell(() -> listener.service(new Service.Ready(helper.version())));
                    hearing.begin(helper);
                    ears = Optional.of(hearing);
                    hearing.look(seen);
                    pauses.awaitEnd();
                    ears = Optional.empty();
                    line = Optional.empty();
                    end(helper);
                }
            }
            pauses.pause();
        }
    }

    private void ended(Optional<Failure> why, Listener listener) {
        line = Optional.empty();
        roster.clear();
        gone(why.orElse(new Failure.HelperNotRunning(socket.toString())), listener);
        pauses.end();
    }

    private void gone(Failure failure, Listener listener) {
        away = failure;
        sought.countDown();
        tell(() -> listener.service(new Service.Unreachable(failure)));
    }

    @Override
    public void look(boolean now) {
        seen = now;
        ears.ifPresent(hearing -> hearing.look(now));
    }

    @Override
    public void glance() {
        ears.ifPresent(Hearing::glance);
    }

    @Override
    public void seek() {
        pauses.seek();
    }

    @Override
    public void check(String profileId, Consumer<Optional<Failure>> outcome) {
        Thread.ofVirtual()
                .start(() -> {
                    Optional<Failure> failure =
                            preparation.apply(profileId, Manner.AS_TOLD)
                                            instanceof Connecting.Blocked(Failure why)
                                    ? Optional.of(why)
                                    : Optional.empty();
                    tell(() -> outcome.accept(failure));
                });
    }

    @Override
    public void connect(String profileId, Manner manner, Consumer<Failure> refused) {
        command(() -> {
            Optional<Failure> failure =
                    switch (preparation.apply(profileId, manner)) {
                        case Connecting.Blocked(Failure why) -> Optional.of(why);
                        case Connecting.Ready(ConnectSpec spec) ->
                                ask(id -> new Request.Connect(id, spec));
                    };
            failure.ifPresent(why -> tell(() -> refused.accept(why)));
        });
    }

    /** The next command waits until the tunnel has gone, so that two never meet. */
    @Override
    public void disconnect(String profile) {
        command(() -> {
            Optional<Failure> failure = ask(id -> new Request.Disconnect(id, Optional.of(profile)));
            if (failure.isEmpty()) {
                roster.awaitGone(profile, GOING_SECONDS);
            }
        });
    }

    @Override
    public void reconnect(String profile) {
        command(() -> ask(id -> new Request.Reconnect(id, Optional.of(profile))));
    }

    @Override
    public void answer(int prompt, Answer answer) {
        Thread.ofVirtual()
                .start(() -> {
                    ask(id -> new Request.Reply(id, prompt, answer));
                    wipe(answer);
                });
    }

    private static void wipe(Answer answer) {
        switch (answer) {
            case Answer.Credentials(String _, Secret password, Optional<Secret> code) -> {
                password.close();
                code.ifPresent(Secret::close);
            }
            case Answer.Text(Secret text) -> text.close();
            case Answer.Accepted(), Answer.Cancelled() -> {}
        }
    }

    private void command(Runnable action) {
        try {
            commands.execute(action);
        } catch (RejectedExecutionException _) {
            // closed: nobody waits for it any more
        }
    }

    /** Sends a request and waits for its reply; the failure, if any. */
    private Optional<Failure> ask(IntFunction<Request> request) {
        awaitFirstLook();
        Optional<HelperConnection> helper = line;
        if (helper.isEmpty()) {
            return Optional.of(away);
        }
        try {
            return helper.get().ask(request) instanceof Response.Refused(int _, Failure failure)
                    ? Optional.of(failure)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.of(new Failure.HelperNotRunning(socket.toString()));
        }
    }

    /** A window that has just opened does not know yet whether the helper is there. */
    private void awaitFirstLook() {
        try {
            var _ = sought.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Runnable news) {
        stage.execute(news);
    }

    @Override
    public void close() {
        pauses.close();
        commands.shutdown();
    }

    private static void end(HelperConnection helper) {
        try {
            helper.close();
        } catch (IOException _) {
            // it has ended already
        }
    }
}
