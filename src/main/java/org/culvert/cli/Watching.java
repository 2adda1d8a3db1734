package org.culvert.cli;

import org.culvert.ipc.Connection;
import org.culvert.ipc.Json;
import org.culvert.ipc.Response;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints every change of status until the helper ends. */
record Watching(Terminal terminal, boolean json) {
    int until(Notices notices) {
        while (!notices.isOver()) {
            Optional<Response> notice = notices.next(500);
            if (notice.isPresent()
                    && notice.get()
                            instanceof Response.StatusNotice(long _, List<Connection> all)) {
                print(all);
            }
        }
        return 0;
    }

    private void print(List<Connection> all) {
        if (json) {
            String line =
                    new String(
                            Json.write(Map.of("connections", all)),
                            java.nio.charset.StandardCharsets.UTF_8);
            terminal.say(line);
        } else if (all.isEmpty()) {
            terminal.say("not connected");
        } else {
            all.forEach(c ->
                    terminal.say(
                            StatusText.clock(c.since())
                                    + "  "
                                    + c.profile()
                                    + "  "
                                    + StatusText.word(c.state(), terminal.locale())));
        }
    }
}
