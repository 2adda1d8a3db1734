package org.culvert.desktop.look;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The program's own picture for title bars and task bars, as {@code icons/app} has it. */
public final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 128);
    private static final int BLUE = 0x2456D3;
    private static final int WHITE = 0xFFFFFF;

    private AppIcon() {}

    /** The picture in the sizes that desktops ask for. */
    public static List<Image> images() {
        Properties paths = paths();
        return SIZES.stream().<Image>map(size -> draw(paths, size)).toList();
    }

    private static WritableImage draw(Properties paths, int size) {
        int[] shield = Outline.coverage(paths.getProperty("shield"), size);
        int[] conduit = Outline.coverage(paths.getProperty("conduit"), size);
        var image = new WritableImage(size, size);
        for (int at = 0; at < shield.length; at++) {
            int colour = (shield[at] << 24) | mixed(BLUE, WHITE, conduit[at]);
            image.getPixelWriter().setArgb(at % size, at / size, colour);
        }
        return image;
    }

    /** {@code part} of 255 of {@code over}, the rest of {@code under}. */
    private static int mixed(int under, int over, int part) {
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int below = (under >> shift) & 0xFF;
            int above = (over >> shift) & 0xFF;
            colour |= (below + (above - below) * part / 255) << shift;
        }
        return colour;
    }

    private static Properties paths() {
        try (InputStream octets = AppIcon.class.getResourceAsStream("app.properties")) {
            if (octets == null) {
                throw new IllegalStateException("app.properties is missing");
            }
            var paths = new Properties();
            paths.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
