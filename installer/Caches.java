import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a cache of loaded and linked classes beside each program, made from a short run of it: the
 * programs start in half the time and need less memory. A cache holds for one JDK and one place, so
 * whoever copies the program makes them anew. Without them everything works, only slower.
 *
 * <p>{@code java installer/Caches.java FOLDER}, the folder being {@code target/culvert} or a copy.
 */
final class Caches {
    private static final int PATIENCE_SECONDS = 60;
    private static final String WITHOUT_A_DISPLAY =
            " -Dglass.platform=Headless -Dprism.order=sw -Dculvert.root.allowed=true";
    private static final Duration REST = Duration.ofMillis(30);

    private static final String PROFILE =
            """
            client
            dev tun
            remote vpn.example.org 1194 udp
            auth-user-pass
            """;

    private final Path home;
    private final Path scratch;

    private Caches(Path home, Path scratch) {
        this.home = home;
        this.scratch = scratch;
    }

    public static void main(String[] args) throws IOException {
        make(Path.of(args[0]).toAbsolutePath().normalize());
    }

    /** Makes them all; says so where one cannot be made. */
    static void make(Path home) throws IOException {
        Path scratch = Files.createTempDirectory("culvert-caches");
        try {
            new Caches(home, scratch).make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(scratch);
        }
    }

    private void make() throws IOException, InterruptedException {
        Path socket = scratch.resolve("helper.sock");
        Process helper =
                recorded(
                        "culvert-helper",
                        "--socket",
                        socket.toString(),
                        "--state",
                        scratch.resolve("state").toString());
        await(socket, helper);
        importProfile();
        Process window = recorded("culvert", "--socket", socket.toString());
        Process ctl = recorded("culvertctl", "--socket", socket.toString(), "--json", "status");
        finish("culvertctl", ctl);
        awaitRest(window);
        window.destroy();
        finish("culvert", window);
        helper.destroy();
        finish("culvert-helper", helper);
    }

    /** A window with a profile needs more classes than an empty one. */
    private void importProfile() throws IOException, InterruptedException {
        Path file = scratch.resolve("Cache.ovpn");
        Files.writeString(file, PROFILE);
        var command =
                new ProcessBuilder(
                        home.resolve("bin/culvertctl").toString(), "import", file.toString());
        alone(command.environment());
        Path words = scratch.resolve("import.log");
        command.redirectErrorStream(true).redirectOutput(words.toFile()).start().waitFor();
    }

    private Process recorded(String program, String... arguments) throws IOException {
        Path cache = cache(program);
        Files.deleteIfExists(cache);
        var command = new ProcessBuilder(home.resolve("bin").resolve(program).toString());
        command.command().addAll(List.of(arguments));
        command.environment()
                .put("CULVERT_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + cache + WITHOUT_A_DISPLAY);
        alone(command.environment());
        Path words = scratch.resolve(program + ".log");
        return command.redirectErrorStream(true).redirectOutput(words.toFile()).start();
    }

    private void alone(Map<String, String> environment) {
        environment.put("HOME", scratch.toString());
        environment.keySet().removeIf(name -> name.startsWith("XDG_"));
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
    }

    private void finish(String program, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        if (!Files.exists(cache(program))) {
            System.err.println(program + " will start without a cache of classes:");
            System.err.println(Files.readString(scratch.resolve(program + ".log")).strip());
        }
    }

    private Path cache(String program) {
        return home.resolve(program + ".aot");
    }

    private static void await(Path socket, Process helper) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 10 && helper.isAlive(); i++) {
            if (Files.exists(socket)) {
                return;
            }
            Thread.sleep(100);
        }
    }

    /** Until a window has drawn itself and has little more to do. */
    private static void awaitRest(Process window) throws InterruptedException {
        Duration before = Duration.ZERO;
        for (int i = 0; i < PATIENCE_SECONDS && window.isAlive(); i++) {
            Thread.sleep(1000);
            Duration now = window.info().totalCpuDuration().orElse(before);
            if (i > 2 && now.minus(before).compareTo(REST) < 0) {
                return;
            }
            before = now;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Caches::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
