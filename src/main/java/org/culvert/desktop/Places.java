package org.culvert.desktop;

import java.nio.file.Path;
import java.util.Map;

/** The user's own folders, as the desktops agree on them. */
record Places(Map<String, String> environment) {
    /** Settings. */
    Path config() {
        return named("XDG_CONFIG_HOME", ".config");
    }

    /** Profiles. */
    Path data() {
        return named("XDG_DATA_HOME", ".local/share");
    }

    /** What can be made again. */
    Path cache() {
        return named("XDG_CACHE_HOME", ".cache");
    }

    /** Sockets; a user without a runtime folder has them beside his state. */
    Path runtime() {
        return named("XDG_RUNTIME_DIR", ".local/state");
    }

    /** What all programs of the user share: types, launchers, icons. */
    Path share() {
        return folder("XDG_DATA_HOME", ".local/share");
    }

    private Path named(String variable, String usual) {
        return folder(variable, usual).resolve("culvert");
    }

    private Path folder(String variable, String usual) {
        String named = environment.getOrDefault(variable, "");
        return named.startsWith("/") ? Path.of(named) : home().resolve(usual);
    }

    private Path home() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
    }
}
