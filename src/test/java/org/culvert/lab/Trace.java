package org.culvert.lab;

import org.culvert.desktop.look.Palette;
import org.culvert.desktop.look.Role;
import org.culvert.desktop.look.Scheme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Scanner;
import java.util.stream.IntStream;

/**
 * The line of received traffic as a mini window shows it.
 *
 * @param nanos when it was seen
 * @param heights of each column of pixels, above the lowest of the line; -1 without a line
 */
record Trace(long nanos, List<Integer> heights) {
    /** How long the graph reaches back. */
    static final double SECONDS = 60;

    private static final int LEFT = 17;
    private static final int WIDTH = 326;
    private static final int TOP = 125;
    private static final int HEIGHT = 100;
    private static final int LIKE = 24;
    private static final int HILL = 12;

    /** Photographs the screen into {@code file} and reads the mini window on it. */
    static Trace seen(Path file) throws IOException {
        String corner =
                Shell.bash(
                                """
                                for w in $(xdotool search --onlyvisible --name '^Culvert$'); do
                                    eval "$(xdotool getwindowgeometry --shell $w)"
                                    [ $WIDTH = 360 ] && echo $X $Y
                                done
                                """)
                        .must()
                        .out()
                        .strip();
        var at = new Scanner(corner);
        int x = at.nextInt() + LEFT;
        int y = at.nextInt() + TOP;
        Path part = file.resolveSibling(file.getFileName() + ".ppm");
        long nanos = System.nanoTime();
        Shell.bash("import -window root " + file).must();
        Shell.bash(
                        "convert %s -crop %dx%d+%d+%d +repage -depth 8 %s"
                                .formatted(file, WIDTH, HEIGHT, x, y, part))
                .must();
        Trace trace = new Trace(nanos, heights(Files.readAllBytes(part)));
        Files.delete(part);
        return trace;
    }

    private static List<Integer> heights(byte[] picture) {
        String head = "P6\n" + WIDTH + " " + HEIGHT + "\n255\n";
        int start = head.length();
        if (!new String(picture, 0, start, StandardCharsets.ISO_8859_1).equals(head)) {
            throw new IllegalStateException("no such picture");
        }
        int[] tops = new int[WIDTH];
        Arrays.fill(tops, HEIGHT);
        int lowest = 0;
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            if (isLine(picture, start + 3 * at)) {
                tops[at % WIDTH] = Math.min(tops[at % WIDTH], at / WIDTH);
                lowest = Math.max(lowest, at / WIDTH);
            }
        }
        int zero = lowest;
        return IntStream.of(tops).map(top -> top == HEIGHT ? -1 : zero - top).boxed().toList();
    }

    private static boolean isLine(byte[] picture, int at) {
        var line = Palette.of(Scheme.LIGHT).colour(Role.DOWN);
        return near(picture[at], line.getRed())
                && near(picture[at + 1], line.getGreen())
                && near(picture[at + 2], line.getBlue());
    }

    private static boolean near(byte octet, double part) {
        return Math.abs((octet & 0xFF) - 255 * part) < LIKE;
    }

    int highest() {
        return Collections.max(heights);
    }

    /** The first column of the first hill. */
    int onset() {
        return IntStream.range(0, WIDTH)
                .filter(x -> heights.get(x) >= HILL)
                .findFirst()
                .orElse(WIDTH);
    }

    /** The highest of the last {@code columns}. */
    int latest(int columns) {
        return Collections.max(heights.subList(WIDTH - columns, WIDTH));
    }

    /** How many columns the graph has moved since {@code before}, by the clock. */
    double due(Trace before) {
        return (nanos - before.nanos) / 1e9 * WIDTH / SECONDS;
    }
}
