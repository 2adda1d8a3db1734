package org.culvert.build;

import java.util.List;
import java.util.Set;

/** What a class of the core must not touch: I/O, threads, clocks, loggers, own randomness. */
final class Purity {
    private static final List<String> FORBIDDEN =
            List.of(
                    "java.io.",
                    "java.net.",
                    "java.nio.channels.",
                    "java.nio.file.",
                    "java.lang.Thread",
                    "java.lang.ProcessBuilder",
                    "java.lang.System$Logger",
                    "java.util.concurrent.",
                    "java.util.logging.",
                    "java.util.Timer",
                    "java.time.Clock",
                    "java.util.Random");

    /** What stands in those packages and does no more than compute or hold. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "java.io.Serializable",
                    "java.io.IOException",
                    "java.io.UncheckedIOException",
                    "java.io.ByteArrayOutputStream",
                    "java.net.IDN");

    /** Streams over memory, which Bouncy Castle's interfaces ask for. */
    private static final Set<String> MEMORY_STREAMS =
            Set.of(
                    "java.io.InputStream",
                    "java.io.OutputStream",
                    "java.io.ByteArrayInputStream",
                    "java.io.ByteArrayOutputStream",
                    "java.io.StringReader",
                    "java.io.Reader",
                    "java.io.EOFException");

    private Purity() {}

    /** Whether {@code room} must not use the class {@code name}. */
    static boolean forbids(String room, String name) {
        if (HARMLESS.contains(name)) {
            return false;
        }
        if (room.equals("perf") && name.startsWith("java.util.concurrent.atomic.")) {
            return false; // single-writer counters that others read
        }
        boolean bouncy = room.equals("keys") || room.equals("protocol.tls");
        if (bouncy && MEMORY_STREAMS.contains(name)) {
            return false;
        }
        return FORBIDDEN.stream().anyMatch(name::startsWith);
    }
}
