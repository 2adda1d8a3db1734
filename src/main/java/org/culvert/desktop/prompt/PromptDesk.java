package org.culvert.desktop.prompt;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Pane;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.culvert.ipc.Connection;
import org.culvert.prompt.Answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows the questions of all connections over a window, one at a time. */
public final class PromptDesk {
    private final Look look;
    private final Pane host;
    private final HelperLink helper;
    private final Connections connections;
    private final Consumer<String> pages;
    private final PromptQueue queue = new PromptQueue();
    private final Map<String, PromptSheet> sheets = new HashMap<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private Optional<Connection> shown = Optional.empty();

    /** A desk over {@code host}; {@code pages} opens a page in the browser. */
    public PromptDesk(
            Look look,
            Pane host,
            HelperLink helper,
            Connections connections,
            Beat beat,
            Consumer<String> pages) {
        this.look = look;
        this.host = host;
        this.helper = helper;
        this.connections = connections;
        this.pages = pages;
        connections.revision().subscribe(this::follow);
        beat.count().subscribe(this::tick);
    }

    /** Whether a question is shown. */
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    private void follow() {
        List<Connection> all = connections.all();
        Optional<Connection> next = queue.next(all);
        if (!asked(next).equals(asked(shown))) {
            shown.ifPresent(before -> sheet(before).close());
            next.ifPresent(this::ask);
        }
        shown = next;
        asking.set(next.isPresent());
        forget(all);
        tick();
    }

    private static Optional<Integer> asked(Optional<Connection> connection) {
        return connection.map(Connection::prompt).map(Connection.Prompt::promptId);
    }

    private void ask(Connection connection) {
        Connection.Prompt prompt = connection.prompt();
        if (prompt != null) {
            sheet(connection)
                    .ask(host, prompt.question(), answer -> answer(prompt.promptId(), answer));
        }
    }

    private PromptSheet sheet(Connection connection) {
        return sheets.computeIfAbsent(
                connection.profile(), profile -> new PromptSheet(look, profile, pages));
    }

    private void answer(int prompt, Answer answer) {
        queue.answered(prompt);
        helper.answer(prompt, answer);
        follow();
    }

    /** What was typed is forgotten once it was right, or the attempt is over. */
    private void forget(List<Connection> all) {
        List<String> trying =
                all.stream().filter(PromptQueue::mayAskAgain).map(Connection::profile).toList();
        sheets.entrySet()
                .removeIf(entry -> {
                    boolean over = !trying.contains(entry.getKey());
                    if (over) {
                        entry.getValue().close();
                        entry.getValue().wipe();
                    }
                    return over;
                });
    }

    private void tick() {
        shown.ifPresent(
                connection -> sheet(connection).clock(connections.of(connection.profile())));
    }
}
