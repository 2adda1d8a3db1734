package org.culvert.cli;

import org.culvert.ipc.Connection;
import org.culvert.ipc.Json;
import org.culvert.ipc.Response;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Prints every change of status until the helper ends. */
record Watching(Terminal terminal, boolean json) {
    int until(Notices notices) throws IOException {
        while (!notices.isOver()) {
            Optional<Response> notice = notices.next(500);
            if (notice.isPresent()
                    && notice.get() instanceof Response.StatusNotice(long _, var all)) {
                print(all);
            }
        }
        throw new IOException("the helper has ended");
    }

    private void print(List<Connection> all) {
        if (json) {
            terminal.say(Json.line(StatusMap.of(all, terminal.locale())));
        } else if (all.isEmpty()) {
            terminal.say(terminal.words("state.NONE"));
        } else {
            all.forEach(this::print);
        }
    }

    private void print(Connection c) {
        String state = StatusText.word(c.state(), terminal);
        terminal.say(StatusText.clock(c.since()) + "  " + c.profile() + "  " + state);
    }
}
