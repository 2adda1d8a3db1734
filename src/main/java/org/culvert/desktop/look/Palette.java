package org.culvert.desktop.look;

import javafx.scene.paint.Color;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of one scheme, read from the style sheet that the views use, for the canvas. */
public final class Palette {
    private static final Pattern COLOUR = Pattern.compile("(-cv-[a-z-]+):\\s*(#[0-9A-Fa-f]{6})");

    private static final Palette LIGHT = read(Scheme.LIGHT);
    private static final Palette DARK = read(Scheme.DARK);

    private final Map<Role, Color> colours;

    private Palette(Map<Role, Color> colours) {
        this.colours = colours;
    }

    /** The palette of {@code scheme}. */
    public static Palette of(Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    private static Palette read(Scheme scheme) {
        var named = new HashMap<String, Color>();
        Matcher matcher = COLOUR.matcher(text(scheme.sheet()));
        while (matcher.find()) {
            named.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        var colours = new EnumMap<Role, Color>(Role.class);
        for (Role role : Role.values()) {
            Color colour = named.get(role.css());
            if (colour == null) {
                throw new IllegalStateException("no colour for " + role.css());
            }
            colours.put(role, colour);
        }
        return new Palette(Collections.unmodifiableMap(colours));
    }

    /** The colour of {@code role}. */
    public Color colour(Role role) {
        return colours.getOrDefault(role, Color.GRAY);
    }

    private static String text(String sheet) {
        try (InputStream octets = Palette.class.getResourceAsStream(sheet)) {
            if (octets == null) {
                throw new IllegalStateException(sheet + " is missing");
            }
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
