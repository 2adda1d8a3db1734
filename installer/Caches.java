import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Leaves a cache of loaded and linked classes beside each program, made from a short run of it,
 * with a connect where that can be: the programs start in half the time. A cache holds for one JDK
 * and one place, so whoever copies the program makes them anew. Without them everything works, only
 * slower.
 *
 * <p>{@code java installer/Caches.java FOLDER [--without-window]}, the folder being {@code
 * target/culvert} or a copy.
 */
final class Caches {
    private static final int PATIENCE_SECONDS = 60;
    private static final String WITHOUT_A_DISPLAY =
            " -Dglass.platform=Headless -Dprism.order=sw -Dculvert.root.allowed=true";

    /** What the JDK would learn for its compilers makes them eager: slower at first, and larger. */
    private static final String WITHOUT_PROFILES =
            " -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining";

    private static final String PRACTICE = "practice/practice.ovpn";
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
    private final boolean window;

    private Caches(Path home, Path scratch, boolean window) {
        this.home = home;
        this.scratch = scratch;
        this.window = window;
    }

    public static void main(String[] args) throws IOException {
        boolean window = !List.of(args).contains("--without-window");
        make(Path.of(args[0]).toAbsolutePath().normalize(), window);
    }

    /** Makes them, that of the window too if wanted; says so where one cannot be made. */
    static void make(Path home, boolean window) throws IOException {
        Path scratch = Files.createTempDirectory("culvert-caches");
        try {
            new Caches(home, scratch, window).make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(scratch);
        }
    }

    private void make() throws IOException, InterruptedException {
        try (Apart apart = Apart.open()) {
            make(apart);
        }
    }

    private void make(Apart apart) throws IOException, InterruptedException {
        Path socket = scratch.resolve("helper.sock");
        Process helper =
                recorded(
                        apart.command(program("culvert-helper")),
                        "culvert-helper",
                        WITHOUT_PROFILES,
                        "--socket",
                        socket.toString(),
                        "--state",
                        scratch.resolve("state").toString());
        await(() -> Files.exists(socket), helper);
        if (window) {
            draw();
        }
        connect(apart, socket);
        helper.destroy();
        finish("culvert-helper", helper);
    }

    /** A whole connect, through a server of our own, where helper and server can meet. */
    private void connect(Apart apart, Path socket) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("--socket", socket.toString()));
        if (apart.isOpen()) {
            Process server = server(apart);
            words.addAll(List.of("connect", scratch.resolve(PRACTICE).toString(), "--wait", "20"));
            finish("culvertctl", command(apart, words));
            server.destroy();
        } else {
            words.addAll(List.of("--json", "status"));
            finish("culvertctl", command(apart, words));
        }
    }

    private Process command(Apart apart, List<String> words) throws IOException {
        String program = program("culvertctl");
        return recorded(
                apart.command(program),
                "culvertctl",
                WITHOUT_PROFILES,
                words.toArray(String[]::new));
    }

    private Process server(Apart apart) throws IOException, InterruptedException {
        var command = new ProcessBuilder(apart.command(program("culvert-server")));
        Path folder = scratch.resolve(PRACTICE).getParent();
        command.command().addAll(List.of("--practice", "--dir", folder.toString()));
        command.command().addAll(List.of("--listen", "127.0.0.1:1194"));
        Path words = scratch.resolve("culvert-server.log");
        Process server = command.redirectErrorStream(true).redirectOutput(words.toFile()).start();
        await(() -> contains(words, "listening at"), server);
        return server;
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window that is used needs more classes than one that only shows itself. */
    private void draw() throws IOException, InterruptedException {
        importProfile();
        Path socket = scratch.resolve("rehearsal.sock");
        try (var rehearsal = new Rehearsal(socket)) {
            Process drawn =
                    recorded(
                            List.of(program("culvert")),
                            "culvert",
                            WITHOUT_A_DISPLAY,
                            "--socket",
                            socket.toString());
            rehearsal.awaitEnd(PATIENCE_SECONDS);
            awaitRest(drawn);
            drawn.destroy();
            finish("culvert", drawn);
        }
    }

    /** A window with a profile needs more classes than an empty one. */
    private void importProfile() throws IOException, InterruptedException {
        Path file = scratch.resolve("Cache.ovpn");
        Files.writeString(file, PROFILE);
        var command = new ProcessBuilder(program("culvertctl"), "import", file.toString());
        alone(command.environment());
        Path words = scratch.resolve("import.log");
        command.redirectErrorStream(true).redirectOutput(words.toFile()).start().waitFor();
    }

    private Process recorded(
            List<String> start, String program, String options, String... arguments)
            throws IOException {
        Path cache = cache(program);
        Files.deleteIfExists(cache);
        var command = new ProcessBuilder(new ArrayList<>(start));
        command.command().addAll(List.of(arguments));
        command.environment().put("CULVERT_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + cache + options);
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

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private Path cache(String program) {
        return home.resolve(program + ".aot");
    }

    private static void await(BooleanSupplier ready, Process process) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
            if (ready.getAsBoolean()) {
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
