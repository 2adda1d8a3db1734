package org.culvert.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of the laboratory. */
final class Shell {
    private static final int PATIENCE_SECONDS = 120;

    /** What a program said and how it ended. */
    record Result(int exit, String out) {
        Result must() {
            if (exit != 0) {
                throw new IllegalStateException("exit " + exit + ": " + out);
            }
            return this;
        }
    }

    private Shell() {}

    /** A line for bash. */
    static Result bash(String line) {
        return run(List.of("bash", "-c", line));
    }

    static Result run(List<String> command) {
        return run(command, "");
    }

    /** Runs to its end with {@code input} as standard input. */
    static Result run(List<String> command, String input) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
            }
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running: " + command);
            }
            return new Result(process.exitValue(), out);
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs to its end; what is typed waits for its prompt to be shown. */
    static Result talk(List<String> command, Map<String, String> answers) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var left = new ArrayList<>(answers.entrySet());
            var said = new StringBuilder();
            int c = process.getInputStream().read();
            for (; c >= 0; c = process.getInputStream().read()) {
                said.append((char) c);
                if (!left.isEmpty() && said.toString().endsWith(left.getFirst().getKey())) {
                    process.getOutputStream()
                            .write((left.removeFirst().getValue() + "\n").getBytes(UTF_8));
                    process.getOutputStream().flush();
                }
            }
            return new Result(process.waitFor(), said.toString());
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a program that runs beside the test, its words in {@code log}. */
    static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        }
    }

    /** Asks until {@code condition} holds; says whether it did within the time. */
    static boolean eventually(int seconds, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            run(List.of("sleep", "0.1"));
        }
        return condition.getAsBoolean();
    }
}
