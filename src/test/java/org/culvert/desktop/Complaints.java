package org.culvert.desktop;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What the toolkit writes into its diary, and anybody on the standard error, until closed. */
public final class Complaints implements AutoCloseable {
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private final List<String> diary = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final Handler reader = new Reader();

    /** Begins to listen. */
    public Complaints() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        TOOLKIT.addHandler(reader);
        TOOLKIT.setUseParentHandlers(false);
    }

    /** What was complained of so far. */
    public List<String> heard() {
        Fx.settle();
        return Stream.concat(diary.stream(), written.toString(StandardCharsets.UTF_8).lines())
                .toList();
    }

    @Override
    public void close() {
        TOOLKIT.removeHandler(reader);
        TOOLKIT.setUseParentHandlers(true);
        System.setErr(before);
    }

    private final class Reader extends Handler {
        @Override
        public void publish(LogRecord record) {
            diary.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
