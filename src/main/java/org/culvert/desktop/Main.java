package org.culvert.desktop;

import javafx.application.Application;

import org.culvert.desktop.look.Texts;
import org.culvert.failure.FailureCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code culvert}: the window, with the user's own rights. */
public final class Main {
    private static final int USAGE = 2;
    private static final int NO_DISPLAY = FailureCode.SYS_1.exitCode();

    /** Set by tests that run as uid 0. */
    private static final String ROOT_ALLOWED = "culvert.root.allowed";

    /** How the toolkit draws: a graphics driver would cost more memory than the whole window. */
    private static final String PIPELINE = "prism.order";

    /** Where an installed image says which program it is. */
    private static final String IMAGE = "jpackage.app-path";

    private Main() {}

    /** Starts it, or rings at the window that is there already. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.println(Arguments.USAGE);
            return 0;
        }
        try {
            if (words.equals(List.of(Integration.ADD))) {
                return integrate();
            }
            if (words.equals(List.of(Integration.REMOVE))) {
                new Integration(new Places(System.getenv()).share()).remove();
                return 0;
            }
            Arguments arguments = Arguments.parse(words, Path.of("").toAbsolutePath());
            return isRoot() ? refuseRoot() : start(arguments);
        } catch (Arguments.Wrong wrong) {
            System.err.println("culvert: " + wrong.getMessage());
            System.err.println("Try: culvert --help");
            return USAGE;
        } catch (IOException e) {
            System.err.println("culvert: " + e);
            return FailureCode.CFG_7.exitCode();
        }
    }

    private static int integrate() throws IOException {
        String program = System.getProperty("culvert.launcher", System.getProperty(IMAGE, ""));
        if (program.isEmpty()) {
            System.err.println("culvert: start " + Integration.ADD + " by the program's launcher");
            return USAGE;
        }
        new Integration(new Places(System.getenv()).share()).add(program);
        return 0;
    }

    private static boolean isRoot() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return root && !Boolean.getBoolean(ROOT_ALLOWED);
    }

    private static int refuseRoot() {
        say("start.root");
        return USAGE;
    }

    private static int start(Arguments arguments) throws IOException {
        if (!hasDisplay()) {
            return noDisplay();
        }
        var places = new Places(System.getenv());
        Path folder = places.runtime();
        Optional<Doorbell> bell = Doorbell.hang(folder);
        if (bell.isEmpty()) {
            return ring(folder, arguments);
        }
        try (Doorbell own = bell.get()) {
            return launch(arguments, places, own);
        }
    }

    /** The toolkit asks once for the language, for a place to unpack itself and how to draw. */
    private static int launch(Arguments arguments, Places places, Doorbell bell) {
        Settings settings = Settings.read(Settings.in(places.config()));
        settings.language().map(Locale::forLanguageTag).ifPresent(Locale::setDefault);
        System.setProperty("javafx.cachedir", places.cache().resolve("javafx").toString());
        if (System.getProperty(PIPELINE) == null) {
            System.setProperty(PIPELINE, "sw");
        }
        App.prepare(new App.Start(arguments, settings, places, Optional.of(bell)));
        try {
            Application.launch(App.class);
            return 0;
        } catch (UnsupportedOperationException _) {
            return noDisplay();
        }
    }

    private static int ring(Path folder, Arguments arguments) {
        if (Doorbell.ring(folder, arguments.words())) {
            return 0;
        }
        say("start.another");
        return FailureCode.SYS_1.exitCode();
    }

    private static boolean hasDisplay() {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        String display = System.getenv("DISPLAY");
        return headless || (display != null && !display.isEmpty());
    }

    private static int noDisplay() {
        say("start.noDisplay");
        return NO_DISPLAY;
    }

    private static void say(String key) {
        System.err.println("culvert: " + Texts.of(Locale.getDefault()).get(key));
    }
}
