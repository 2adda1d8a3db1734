package org.culvert.desktop.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import java.net.URL;
import java.util.Objects;

/** Which scheme is in use, and its style sheets on scenes. Application thread only. */
public final class Theme {
    /** What a person has set. */
    public enum Choice {
        /** As the desktop says. */
        SYSTEM,
        /** Always light. */
        LIGHT,
        /** Always dark. */
        DARK
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ObjectProperty<Scheme> system = new SimpleObjectProperty<>(Scheme.LIGHT);
    private final ReadOnlyObjectWrapper<Scheme> scheme = new ReadOnlyObjectWrapper<>(Scheme.LIGHT);

    /** A theme that follows the system. */
    public Theme() {
        choice.subscribe(this::decide);
        system.subscribe(this::decide);
        scheme.subscribe(Theme::base);
    }

    /** What a person has set. */
    public ObjectProperty<Choice> choice() {
        return choice;
    }

    /** What the desktop says: set from the settings portal, or from the toolkit's own guess. */
    public ObjectProperty<Scheme> system() {
        return system;
    }

    /** The scheme in use. */
    public ReadOnlyObjectProperty<Scheme> scheme() {
        return scheme.getReadOnlyProperty();
    }

    /** Follows the toolkit's guess of the desktop's scheme until a portal says better. */
    public void followToolkit() {
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(guess ->
                        system.set(guess == ColorScheme.DARK ? Scheme.DARK : Scheme.LIGHT));
    }

    /**
     * Dresses {@code scene} and keeps it in the scheme. Its roles stand on {@code .root}, which the
     * scene of each popup has too: a submenu is styled before it knows whose it is. Where the
     * screen has no compositor what floats has neither shadow nor round corners.
     */
    public void dress(Scene scene) {
        scheme.subscribe(
                now -> scene.getStylesheets().setAll(sheet(now.sheet()), sheet("culvert.css")));
        scene.getRoot().getStyleClass().add("ground");
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            scene.getRoot().getStyleClass().add("opaque");
        }
    }

    private void decide() {
        scheme.set(
                switch (choice.get()) {
                    case SYSTEM -> system.get();
                    case LIGHT -> Scheme.LIGHT;
                    case DARK -> Scheme.DARK;
                });
    }

    private static void base(Scheme scheme) {
        Application.setUserAgentStylesheet(
                switch (scheme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
