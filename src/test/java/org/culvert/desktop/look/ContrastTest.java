package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** Every pair of roles that meets on screen can be read: text 4.5, edges, icons and lines 3. */
class ContrastTest {
    private static final List<Role> TEXTS =
            List.of(Role.TEXT, Role.MUTED, Role.ACCENT, Role.OK, Role.WARN, Role.BAD);
    private static final List<Role> GROUNDS = List.of(Role.CARD, Role.WINDOW, Role.SIDE);
    private static final List<Role> LINES =
            List.of(Role.EDGE, Role.DOWN, Role.UP, Role.TRIP, Role.OK, Role.WARN, Role.BAD);

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void textIsReadOnEveryGround(Scheme scheme) {
        TEXTS.forEach(text -> GROUNDS.forEach(ground -> atLeast(4.5, text, ground, scheme)));
        TEXTS.forEach(text -> atLeast(4.5, text, Role.SELECTED, scheme));
        List.of(Role.FAINT, Role.DOWN, Role.UP, Role.TRIP)
                .forEach(text -> atLeast(4.5, text, Role.CARD, scheme));
        atLeast(4.5, Role.ON_ACCENT, Role.ACCENT, scheme);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void textIsReadOnItsWash(Scheme scheme) {
        for (Role wash : List.of(Role.OK_WASH, Role.WARN_WASH, Role.BAD_WASH)) {
            atLeast(4.5, Role.TEXT, wash, scheme);
        }
        atLeast(4.5, Role.OK, Role.OK_WASH, scheme);
        atLeast(4.5, Role.WARN, Role.WARN_WASH, scheme);
        atLeast(4.5, Role.BAD, Role.BAD_WASH, scheme);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void edgesAndLinesAreSeen(Scheme scheme) {
        LINES.forEach(line -> GROUNDS.forEach(ground -> atLeast(3, line, ground, scheme)));
    }

    @ParameterizedTest
    @CsvSource({"#000000,#FFFFFF,21.0", "#777777,#FFFFFF,4.48", "#FFFFFF,#FFFFFF,1.0"})
    void contrastIsThatOfTheGuidelines(String one, String other, double expected) {
        assertEquals(expected, contrast(Color.web(one), Color.web(other)), 0.005);
    }

    private static void atLeast(double least, Role front, Role ground, Scheme scheme) {
        Palette palette = Palette.of(scheme);
        double contrast = contrast(palette.colour(front), palette.colour(ground));
        assertTrue(
                contrast >= least,
                () -> "%s on %s, %s: %.2f".formatted(front, ground, scheme, contrast));
    }

    /** The ratio of WCAG 2.2, section 1.4.3. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
