package org.culvert.desktop.tray;

import org.culvert.ipc.State;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the desktop has of our icons. A name is given only where its file is installed: some hosts
 * show nothing at all under a name that they do not find, although pictures lie beside it.
 */
final class IconTheme {
    private static final String PREFIX = "org.culvert.Culvert-";

    private final List<Path> folders;
    private final boolean panelIsDark;

    /** As the environment says. */
    IconTheme(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "/");
        String own = environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share");
        String others = environment.getOrDefault("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
        folders =
                Stream.concat(Stream.of(own), Stream.of(others.split(":", -1)))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, "icons/hicolor/symbolic/status"))
                        .toList();
        panelIsDark = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").contains("GNOME");
    }

    /** Whether the panel is dark whatever the windows are, as GNOME's is. */
    boolean panelIsDark() {
        return panelIsDark;
    }

    /** The name of the icon of {@code state}, empty where it is not installed. */
    String nameOf(State state) {
        String word =
                state == State.NEED_USER ? "attention" : state.name().toLowerCase(Locale.ROOT);
        String name = PREFIX + word + "-symbolic";
        boolean installed =
                folders.stream().anyMatch(folder -> Files.exists(folder.resolve(name + ".svg")));
        return installed ? name : "";
    }
}
