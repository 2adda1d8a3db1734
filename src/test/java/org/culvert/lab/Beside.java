package org.culvert.lab;

import java.util.ArrayList;
import java.util.List;

/** A program in the server's namespace, for instance a proxy, until it is closed. */
final class Beside implements AutoCloseable {
    private final Process process;

    Beside(Lab lab, int port, List<String> command) {
        var words = new ArrayList<>(List.of("ip", "netns", "exec", "cvlab-s"));
        words.addAll(command);
        var log = lab.folder().resolve("beside-" + port + ".log");
        process = Shell.start(words, log);
        if (!Shell.eventually(15, () -> listens(lab, port))) {
            throw new IllegalStateException(command + ": " + Shell.bash("cat " + log).out());
        }
    }

    private static boolean listens(Lab lab, int port) {
        return !lab.there("ss -Hlnt sport = :" + port).out().isBlank();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Shell.eventually(5, () -> !process.isAlive());
    }
}
