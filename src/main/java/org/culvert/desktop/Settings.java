package org.culvert.desktop;

import org.culvert.desktop.look.Theme;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What the window keeps between two starts.
 *
 * @param language a tag such as {@code zh-CN}; empty: the system's
 */
record Settings(Theme.Choice theme, Optional<String> language, double width, double height) {
    static final double MIN_WIDTH = 720;
    static final double MIN_HEIGHT = 520;
    static final Settings USUAL = new Settings(Theme.Choice.SYSTEM, Optional.empty(), 1000, 720);

    Settings {
        width = Math.clamp(width, MIN_WIDTH, 10_000);
        height = Math.clamp(height, MIN_HEIGHT, 10_000);
    }

    /** Where they lie in a folder of settings. */
    static Path in(Path folder) {
        return folder.resolve("window.properties");
    }

    Settings themed(Theme.Choice choice) {
        return new Settings(choice, language, width, height);
    }

    Settings speaking(Optional<String> tag) {
        return new Settings(theme, tag, width, height);
    }

    Settings sized(double wide, double high) {
        return new Settings(theme, language, wide, high);
    }

    /** Those in {@code file}; what is missing or makes no sense is as usual. */
    static Settings read(Path file) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException _) {
            return USUAL;
        }
        return new Settings(
                theme(lines.getProperty("theme", "")),
                Optional.ofNullable(lines.getProperty("language")).filter(tag -> !tag.isEmpty()),
                number(lines.getProperty("width", ""), USUAL.width),
                number(lines.getProperty("height", ""), USUAL.height));
    }

    private static Theme.Choice theme(String word) {
        for (Theme.Choice choice : Theme.Choice.values()) {
            if (choice.name().equals(word)) {
                return choice;
            }
        }
        return USUAL.theme;
    }

    private static double number(String word, double otherwise) {
        return word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : otherwise;
    }

    /** Writes them whole or not at all, for this user's eyes only. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(fresh, options, mode);
                var out = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
            out.write(text());
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() {
        return "theme=%s%nlanguage=%s%nwidth=%d%nheight=%d%n"
                .formatted(theme, language.orElse(""), Math.round(width), Math.round(height));
    }
}
