package org.culvert.desktop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the window writes into its log. */
final class Diary extends Handler {
    private static final Logger WINDOW = Logger.getLogger("culvert.window");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Listens while {@code work} is done. */
    <T> T during(Supplier<T> work) {
        WINDOW.addHandler(this);
        try {
            return work.get();
        } finally {
            WINDOW.removeHandler(this);
        }
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
