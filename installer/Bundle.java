import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Makes {@code target/culvert} runnable: puts the program beside its libraries, takes the
 * signatures off signed libraries (class archives leave signed ones out), lays the native library
 * of JNA ready so that nothing unpacks it at run time, writes the three launchers and lets each
 * leave its cache of classes.
 *
 * <p>Run by the JDK that compiled the program, so that the launchers carry its path.
 */
final class Bundle {
    private static final int BUILT_WITH = 25;
    private static final String SMALL = "-XX:+UseSerialGC -XX:-UsePerfData";

    /** One pool of the C library; what a compiler takes for a while goes back to the kernel. */
    private static final String ONE_POOL = "MALLOC_ARENA_MAX=1";

    private static final String LARGE_GOES_BACK = ONE_POOL + " MALLOC_MMAP_THRESHOLD_=30000";

    /** Small heaps; the cipher is not compiled into its callers, which takes 10 MB each time. */
    private static final String TUNNEL =
            SMALL
                    + " -Xms24m -Xmx64m -Xmn6m -XX:CompileCommand=quiet"
                    + notInlined("Opener::open")
                    + notInlined("Sealer::seal")
                    + " -XX:CompileCommand=MemLimit,jdk.internal.classfile.*::*,4M"
                    + " -XX:+DisableAttachMechanism -XX:-CreateCoredumpOnCrash"
                    + " --enable-native-access=com.sun.jna";

    /** The window's launcher also makes the databases of the desktop anew. */
    private static final String INTEGRATION =
            """
            case "${1:-}" in
            --integrate | --remove-integration)
                "$jdk/bin/java" -XX:TieredStopAtLevel=1 -Dculvert.launcher="$(readlink -f "$0")" \\
                    -p "$home/lib" -m org.culvert/org.culvert.desktop.Main "$@" || exit
                data=${XDG_DATA_HOME:-$HOME/.local/share}
                if [ -d "$data/mime" ] && command -v update-mime-database >/dev/null; then
                    update-mime-database "$data/mime"
                fi
                if [ -d "$data/applications" ] && command -v update-desktop-database >/dev/null; then
                    update-desktop-database "$data/applications"
                fi
                exit 0
                ;;
            esac\
            """;

    private static final List<Launcher> LAUNCHERS =
            List.of(
                    new Launcher(
                            "culvert",
                            "org.culvert.desktop.Main",
                            ONE_POOL,
                            SMALL
                                    + " -XX:TieredStopAtLevel=1 -Xms24m -Xmx160m -Xss512k"
                                    + " -XX:TrimNativeHeapInterval=10000"
                                    + " --enable-native-access=javafx.graphics"
                                    + opened("javafx.base", "event")
                                    + opened("javafx.controls", "scene.control")
                                    + opened("javafx.controls", "scene.control.behavior")
                                    + opened("javafx.controls", "scene.control.inputmap")
                                    + opened("javafx.graphics", "scene")
                                    + opened("javafx.graphics", "scene.traversal")
                                    + opened("javafx.graphics", "css")),
                    new Launcher(
                            "culvert-helper", "org.culvert.helper.Main", LARGE_GOES_BACK, TUNNEL),
                    new Launcher(
                            "culvert-server", "org.culvert.server.Main", LARGE_GOES_BACK, TUNNEL),
                    new Launcher(
                            "culvertctl",
                            "org.culvert.cli.Main",
                            ONE_POOL,
                            SMALL + " -Xmx64m -XX:TieredStopAtLevel=1"));

    private Bundle() {}

    private record Launcher(String name, String mainClass, String memory, String options) {}

    public static void main(String[] args) throws IOException {
        if (Runtime.version().feature() != BUILT_WITH) {
            throw new IllegalStateException(
                    "the launchers need the JDK "
                            + BUILT_WITH
                            + " that compiled the program, not "
                            + System.getProperty("java.home"));
        }
        Path home = Path.of(args[0]);
        Path lib = home.resolve("lib");
        Path program = Path.of(args[1]);
        Files.copy(program, lib.resolve("culvert.jar"), StandardCopyOption.REPLACE_EXISTING);
        try (var jars = Files.list(lib)) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                stripSignature(jar);
                extractNative(jar, home.resolve("native"));
                extractNative(jar, home.resolve("image-input/native"));
            }
        }
        for (Launcher launcher : LAUNCHERS) {
            write(home.resolve("bin"), launcher);
        }
        if (!"no".equals(System.getenv("CULVERT_CACHES"))) {
            Caches.make(home, true);
        }
    }

    private static String notInlined(String method) {
        return " -XX:CompileCommand=dontinline,org.culvert.protocol.data." + method;
    }

    /** What ControlsFX reaches into, one flag a package. */
    private static String opened(String module, String tail) {
        return " --add-exports=" + module + "/com.sun.javafx." + tail + "=org.controlsfx.controls";
    }

    private static void stripSignature(Path jar) throws IOException {
        Path stripped = jar.resolveSibling(jar.getFileName() + ".stripped");
        boolean signed;
        try (var in = new JarFile(jar.toFile(), false)) {
            signed = in.stream().anyMatch(entry -> isSignature(entry.getName()));
            if (signed) {
                copyWithoutSignature(in, stripped);
            }
        }
        if (signed) {
            Files.move(stripped, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copyWithoutSignature(JarFile in, Path to) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(to))) {
            for (JarEntry entry : in.stream().filter(e -> !isSignature(e.getName())).toList()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                try (InputStream octets = in.getInputStream(entry)) {
                    boolean manifest = entry.getName().equals(JarFile.MANIFEST_NAME);
                    out.write(manifest ? mainSection(octets) : octets.readAllBytes());
                }
            }
        }
    }

    /** A manifest without the digests of single files. */
    private static byte[] mainSection(InputStream manifest) throws IOException {
        String text = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        return (end < 0 ? text : text.substring(0, end + 4)).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isSignature(String name) {
        return name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static void extractNative(Path jar, Path folder) throws IOException {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
        try (var in = new JarFile(jar.toFile(), false)) {
            JarEntry entry = in.getJarEntry("com/sun/jna/linux-" + arch + "/libjnidispatch.so");
            if (entry == null) {
                return;
            }
            Files.createDirectories(folder);
            Path file = folder.resolve("libjnidispatch.so");
            try (InputStream octets = in.getInputStream(entry)) {
                Files.copy(octets, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void write(Path bin, Launcher launcher) throws IOException {
        Files.createDirectories(bin);
        Path file = bin.resolve(launcher.name());
        Files.writeString(
                file,
                """
                #!/bin/sh
                # Starts %1$s with the JDK that built it.
                jdk='%2$s'
                if [ ! -x "$jdk/bin/java" ]; then
                    echo "%1$s: the JDK that built this program is gone ($jdk)." >&2
                    echo "Build it again with a JDK 25: mvn -q -DskipTests package" >&2
                    exit 60
                fi
                home=$(dirname "$(dirname "$(readlink -f "$0")")")
                archive=''
                [ -r "$home/%1$s.aot" ] && archive="-XX:AOTCache=$home/%1$s.aot -Xlog:disable"
                export %5$s
                %6$s
                exec "$jdk/bin/java" $archive %3$s \\
                    -Djna.boot.library.path="$home/native" -Djna.nounpack=true -Djna.nosys=true \\
                    $CULVERT_JAVA_OPTIONS -p "$home/lib" -m org.culvert/%4$s "$@"
                """
                        .formatted(
                                launcher.name(),
                                System.getProperty("java.home"),
                                launcher.options(),
                                launcher.mainClass(),
                                launcher.memory(),
                                launcher.name().equals("culvert") ? INTEGRATION : ""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
