package org.culvert.cli;

import org.culvert.client.HelperConnection;
import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Profile;
import org.culvert.profile.store.StoredProfile;
import org.culvert.spec.ConnectSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Commands that speak to the helper. */
final class HelperCommands {
    private final Command command;
    private final Terminal terminal;
    private final ProfileCommands profiles;

    HelperCommands(Command command, Terminal terminal, ProfileCommands profiles) {
        this.command = command;
        this.terminal = terminal;
        this.profiles = profiles;
    }

    int run() throws Usage {
        var notices = new Notices();
        if (command.verb().equals("connect")) {
            return connect(notices);
        }
        return switch (HelperConnection.open(command.socket(), notices, notices::ended)) {
            case HelperConnection.NotConnected(Failure failure) -> terminal.fail(failure);
            case HelperConnection.Connected(HelperConnection helper) -> {
                try (helper) {
                    yield obey(helper, notices);
                } catch (IOException e) {
                    yield terminal.fail(new Failure.HelperNotRunning(command.socket().toString()));
                }
            }
        };
    }

    private int obey(HelperConnection helper, Notices notices) throws IOException, Usage {
        Optional<String> name = command.words().stream().findFirst();
        switch (command.verb()) {
            case "disconnect" -> {
                return known(helper, name) ? disconnect(helper, name) : unknown(name);
            }
            case "reconnect" -> {
                return known(helper, name)
                        ? done(helper.ask(id -> new Request.Reconnect(id, name)))
                        : unknown(name);
            }
            case "stats" -> {
                return stats(helper);
            }
            case "log" -> {
                return log(helper);
            }
            case "watch" -> {
                return new Watching(terminal, command.json()).until(notices);
            }
            case "doctor" -> {
                terminal.say("helper      answers at " + command.socket());
                return 0;
            }
            default -> {
                return status(helper);
            }
        }
    }

    private int connect(Notices notices) throws Usage {
        Connecting.Result result;
        String word = command.word(0, "a file or a name");
        try {
            result = specOf(word);
        } catch (IOException e) {
            return terminal.fail(new Failure.Unreadable(word, String.valueOf(e.getMessage())));
        }
        return switch (result) {
            case Connecting.Blocked(Failure failure) -> terminal.fail(failure);
            case Connecting.Ready(ConnectSpec spec) -> connect(spec, notices);
        };
    }

    private int connect(ConnectSpec spec, Notices notices) {
        return switch (HelperConnection.open(command.socket(), notices, notices::ended)) {
            case HelperConnection.NotConnected(Failure failure) -> terminal.fail(failure);
            case HelperConnection.Connected(HelperConnection helper) -> {
                try (helper) {
                    Response reply = helper.ask(id -> new Request.Connect(id, spec));
                    int code = done(reply);
                    yield code != 0 ? code : await(helper, spec, notices);
                } catch (IOException e) {
                    yield terminal.fail(new Failure.HelperNotRunning(command.socket().toString()));
                }
            }
        };
    }

    private int await(HelperConnection helper, ConnectSpec spec, Notices notices)
            throws IOException {
        boolean answers = command.flags().passwordFd() >= 0 || Keyboard.get().isPresent();
        if (command.flags().waitSeconds() < 0 && !answers) {
            return 0;
        }
        var answering = new Answering(command.flags().user(), command.flags().passwordFd());
        return new Waiting(helper, terminal, notices, answering, spec.profile())
                .run(command.flags().waitSeconds());
    }

    private Connecting.Result specOf(String word) throws IOException, Usage {
        Optional<StoredProfile> stored =
                ProfileCommands.isFile(word) ? Optional.empty() : profiles.stored(word);
        if (stored.isPresent()) {
            return switch (Preparation.read(stored.get())) {
                case Profile.Bad(Failure failure) -> new Connecting.Blocked(failure);
                case Profile.Good(Profile profile) ->
                        prepared(word, profile, stored.get().unverifiedAccepted());
            };
        }
        if (!ProfileCommands.isFile(word) && !word.contains(".") && !word.contains("/")) {
            throw new Usage("no profile has the name " + word);
        }
        Path file = Path.of(word);
        return switch (Importer.read(file, command.flags().with())) {
            case Importer.NotImported(Failure failure) -> new Connecting.Blocked(failure);
            case Importer.Imported(Profile profile, String _, String _) ->
                    prepared(Preparation.nameOf(file), profile, false);
        };
    }

    private Connecting.Result prepared(String name, Profile profile, boolean accepted) {
        var flags = command.flags();
        var consents =
                new Preparation.Consents(accepted || flags.acceptUnverified(), flags.withoutDns());
        return Preparation.of(name, profile, consents, Instant.now());
    }

    private boolean known(HelperConnection helper, Optional<String> name) throws IOException {
        return name.isEmpty()
                || connections(helper).stream().anyMatch(c -> c.profile().equals(name.get()));
    }

    private int unknown(Optional<String> name) throws Usage {
        throw new Usage("no connection has the name " + name.orElse(""));
    }

    /** Returns once everything is undone. */
    private int disconnect(HelperConnection helper, Optional<String> name) throws IOException {
        int code = done(helper.ask(id -> new Request.Disconnect(id, name)));
        long end = System.nanoTime() + 15_000_000_000L;
        while (System.nanoTime() < end) {
            boolean left =
                    connections(helper).stream()
                            .anyMatch(c -> name.isEmpty() || c.profile().equals(name.get()));
            if (!left) {
                return code;
            }
            pause();
        }
        return code;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Connection> connections(HelperConnection helper) throws IOException {
        return helper.ask(Request.Status::new) instanceof Response.StatusReply(int _, var list)
                ? list
                : List.of();
    }

    private int status(HelperConnection helper) throws IOException {
        List<Connection> all = connections(helper);
        if (command.json()) {
            terminal.say(Json.pretty(Map.of("connections", all)));
        } else if (all.isEmpty()) {
            terminal.say("not connected");
        } else {
            all.forEach(c -> StatusText.print(c, terminal));
        }
        return 0;
    }

    private int stats(HelperConnection helper) throws IOException {
        do {
            if (helper.ask(Request.Stats::new)
                    instanceof Response.StatsReply(int _, var rows, var _)) {
                print(rows);
            }
            if (command.flags().follow()) {
                connections(helper).forEach(c -> StatusText.traffic(c, terminal));
                pause();
            }
        } while (command.flags().follow() && !Thread.currentThread().isInterrupted());
        return 0;
    }

    private void print(List<Response.StageRow> rows) {
        if (command.json()) {
            terminal.say(Json.pretty(rows));
            return;
        }
        for (Response.StageRow row : rows) {
            terminal.say(
                    String.format(
                            Locale.ROOT,
                            "%-11s %5.1f %%  %9d ns  %d",
                            row.stage().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            100 * row.share(),
                            row.meanNanos(),
                            row.count()));
        }
    }

    private int log(HelperConnection helper) throws IOException {
        if (helper.ask(id -> new Request.Log(id, 0))
                instanceof Response.LogReply(int _, var lines)) {
            lines.forEach(
                    line -> terminal.say(StatusText.clock(line.atMillis()) + "  " + line.text()));
        }
        return 0;
    }

    private int done(Response reply) {
        return reply instanceof Response.Refused(int _, Failure failure)
                ? terminal.fail(failure)
                : 0;
    }

    /** Whether a connection has reached its end, good or bad. */
    static boolean isSettled(State state) {
        return state == State.ON
                || state == State.DEGRADED
                || state == State.FAILED
                || state == State.BLOCKED;
    }
}
