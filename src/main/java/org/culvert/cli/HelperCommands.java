package org.culvert.cli;

import org.culvert.client.HelperConnection;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Json;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Commands that speak to the helper, {@code connect} aside. */
final class HelperCommands {
    private static final Duration UNDONE = Duration.ofSeconds(15);

    private final Command command;
    private final Terminal terminal;
    private final Notices notices = new Notices();

    HelperCommands(Command command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    int run() throws Usage {
        return switch (HelperConnection.open(command.socket(), notices, notices::ended)) {
            case HelperConnection.NotConnected(Failure failure) -> terminal.fail(failure);
            case HelperConnection.Connected(HelperConnection helper) -> {
                try (helper) {
                    yield obey(helper);
                } catch (IOException e) {
                    yield terminal.fail(new Failure.HelperNotRunning(command.socket().toString()));
                }
            }
        };
    }

    private int obey(HelperConnection helper) throws IOException, Usage {
        return switch (command.verb()) {
            case "disconnect" -> disconnect(helper, known(helper));
            case "reconnect" -> reconnect(helper, known(helper));
            case "stats" -> stats(helper);
            case "log" -> log(helper);
            case "watch" -> new Watching(terminal, command.json()).until(notices);
            default -> status(helper);
        };
    }

    /** The name that was given, if any; one that nothing has is a mistake. */
    private Optional<String> known(HelperConnection helper) throws IOException, Usage {
        Optional<String> name = command.words().stream().findFirst();
        if (name.isPresent() && !has(helper, name)) {
            throw new Usage("noConnection", name.get());
        }
        return name;
    }

    private static boolean has(HelperConnection helper, Optional<String> name) throws IOException {
        return connections(helper).stream()
                .anyMatch(c -> name.isEmpty() || c.profile().equals(name.get()));
    }

    private int reconnect(HelperConnection helper, Optional<String> name) throws IOException {
        return done(helper.ask(id -> new Request.Reconnect(id, name)));
    }

    /** Returns once everything is undone. */
    private int disconnect(HelperConnection helper, Optional<String> name) throws IOException {
        int code = done(helper.ask(id -> new Request.Disconnect(id, name)));
        long end = System.nanoTime() + UNDONE.toNanos();
        while (has(helper, name) && System.nanoTime() < end) {
            notices.next(50);
        }
        return code;
    }

    static List<Connection> connections(HelperConnection helper) throws IOException {
        return helper.ask(Request.Status::new) instanceof Response.StatusReply(int _, var list)
                ? list
                : List.of();
    }

    private int status(HelperConnection helper) throws IOException {
        List<Connection> all = connections(helper);
        if (command.json()) {
            terminal.say(Json.pretty(StatusMap.of(all, terminal.locale())));
        } else if (all.isEmpty()) {
            terminal.say(terminal.words("state.NONE"));
        } else {
            all.forEach(c -> StatusText.print(c, terminal));
        }
        return 0;
    }

    /** With {@code --follow}: once a second until the helper ends. */
    private int stats(HelperConnection helper) throws IOException {
        boolean follow = command.flags().follow();
        do {
            if (helper.ask(Request.Stats::new) instanceof Response.StatsReply stats) {
                print(stats);
            }
            if (follow) {
                connections(helper).forEach(c -> StatusText.traffic(c, terminal));
                notices.idle(Duration.ofSeconds(1));
            }
        } while (follow && !notices.isOver());
        return follow ? terminal.fail(new Failure.HelperNotRunning(socket())) : 0;
    }

    private void print(Response.StatsReply stats) {
        if (command.json()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("stages", stats.stages());
            map.put("drops", stats.drops());
            terminal.say(Json.pretty(map));
        } else {
            stats.stages().forEach(this::print);
            new TreeMap<>(stats.drops())
                    .forEach((reason, count) -> terminal.say(dropped(reason, count)));
        }
    }

    /** A reason that a newer helper has is said in its own word. */
    private String dropped(String reason, long count) {
        String key = "drop." + reason.replace(' ', '_');
        return terminal.words("dropped", terminal.known(key).orElse(reason), count);
    }

    private void print(Response.StageRow row) {
        String stage = Words.padded(terminal.words("stage." + row.stage().name()), 11);
        terminal.say(
                String.format(
                        Locale.ROOT,
                        "%s %5.1f %%  %9d ns  %d",
                        stage,
                        100 * row.share(),
                        row.meanNanos(),
                        row.count()));
    }

    /** All of the diary that the helper still has, page by page. */
    private int log(HelperConnection helper) throws IOException {
        long after = 0;
        List<Response.LogLine> page = page(helper, after);
        while (!page.isEmpty()) {
            page.forEach(this::print);
            after = page.getLast().number();
            page = page(helper, after);
        }
        return 0;
    }

    private static List<Response.LogLine> page(HelperConnection helper, long after)
            throws IOException {
        return helper.ask(id -> new Request.Log(id, after))
                        instanceof Response.LogReply(int _, var lines)
                ? lines
                : List.of();
    }

    private void print(Response.LogLine line) {
        terminal.say(
                command.json()
                        ? Json.line(line)
                        : StatusText.clock(line.atMillis()) + "  " + line.text());
    }

    private int done(Response reply) {
        return reply instanceof Response.Refused(int _, Failure failure)
                ? terminal.fail(failure)
                : 0;
    }

    private String socket() {
        return command.socket().toString();
    }
}
