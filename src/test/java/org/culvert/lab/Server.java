package org.culvert.lab;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real openvpn of the distribution. */
final class Server {
    private final Path folder;
    private final String name;
    private final List<String> lines;
    private @Nullable Process process;

    Server(Path folder, String name, List<String> lines) {
        this.folder = folder;
        this.name = name;
        this.lines = lines;
        this.process = start();
    }

    /** Starts it, or starts it again after it was killed. */
    Process start() {
        try {
            if (process != null && process.isAlive()) {
                return process;
            }
            var text = new ArrayList<>(base());
            text.addAll(lines);
            Path config = folder.resolve(name + ".conf");
            Files.writeString(config, String.join("\n", text) + "\n");
            Path log = folder.resolve(name + ".log");
            process =
                    Shell.start(
                            List.of(
                                    "ip",
                                    "netns",
                                    "exec",
                                    "cvlab-s",
                                    "openvpn",
                                    "--cd",
                                    folder + "/pki",
                                    "--config",
                                    config.toString()),
                            log);
            if (!Shell.eventually(15, () -> ready(log))) {
                throw new IllegalStateException("openvpn: " + Files.readString(log));
            }
            return process;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> base() {
        boolean certificate = lines.stream().noneMatch(line -> line.startsWith("cert "));
        var base =
                new ArrayList<>(
                        List.of(
                                "local " + Lab.SERVER,
                                "port 1194",
                                "dev tun",
                                "topology subnet",
                                "server 10.86.1.0 255.255.255.0",
                                "ca ca.crt",
                                "dh none",
                                "verb 4",
                                "keepalive 1 4",
                                "persist-tun",
                                "persist-key",
                                "push \"route 10.86.9.1\""));
        if (certificate) {
            base.add("cert server.crt");
            base.add("key server.key");
        }
        if (lines.stream().noneMatch(line -> line.startsWith("proto "))) {
            base.add("proto udp");
        }
        return base;
    }

    private static boolean ready(Path log) {
        try {
            return Files.readString(log).contains("Initialization Sequence Completed");
        } catch (IOException _) {
            return false;
        }
    }

    Process process() {
        return process;
    }

    /** Sends a signal to openvpn itself. */
    void signal(String signal) {
        Shell.bash("pkill -" + signal + " -f " + folder.resolve(name + ".conf")).must();
    }

    String log() {
        return Shell.bash("cat " + folder.resolve(name + ".log")).out();
    }

    void stop() {
        Shell.bash("pkill -9 -f " + folder.resolve(name + ".conf"));
        Shell.eventually(5, () -> !process.isAlive());
    }
}
