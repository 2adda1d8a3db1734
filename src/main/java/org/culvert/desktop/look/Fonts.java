package org.culvert.desktop.look;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** The bundled faces. They must be loaded before the first scene is made. */
public final class Fonts {
    private static final List<String> FACES =
            List.of(
                    "CulvertUI-Regular.otf",
                    "CulvertUI-Bold.otf",
                    "CulvertUIMedium-Regular.otf",
                    "CulvertMono-Regular.ttf");

    /** Families that draw Simplified Chinese, as the distributions name them. */
    private static final Pattern CHINESE =
            Pattern.compile(
                    "(Noto Sans (Mono )?CJK|Source Han Sans|WenQuanYi|Droid Sans Fallback"
                            + "|AR PL|Sarasa|LXGW).*");

    private Fonts() {}

    /** Loads all faces; a missing one is a fault of the build. */
    public static void load() {
        for (String face : FACES) {
            try (InputStream octets = Fonts.class.getResourceAsStream("fonts/" + face)) {
                if (octets == null || Font.loadFont(octets, 14) == null) {
                    throw new IllegalStateException("face cannot be loaded: " + face);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(face, e);
            }
        }
    }

    /** Whether some face of this system draws Chinese; without one Chinese texts are boxes. */
    public static boolean drawChinese() {
        return Font.getFamilies().stream().anyMatch(family -> CHINESE.matcher(family).matches());
    }
}
