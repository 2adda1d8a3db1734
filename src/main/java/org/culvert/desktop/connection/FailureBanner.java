package org.culvert.desktop.connection;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.CopyButton;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.ipc.State;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Says on a wash what went wrong, why, and what to do, with a button for each thing. */
public final class FailureBanner extends HBox {
    private final Look look;
    private final Consumer<Remedy> deeds;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(Failure failure, State state) {}

    /** An empty banner; {@code deeds} does what the copying buttons do not. */
    public FailureBanner(Look look, Consumer<Remedy> deeds) {
        this.look = look;
        this.deeds = deeds;
        getStyleClass().add("wash");
        setId("failure");
        Parts.show(this, false);
    }

    /** Shows why {@code profile}, which stands as {@code situation}, does not work, or nothing. */
    public void show(ProfileCard profile, Situation situation) {
        Optional<Shown> now =
                situation.trouble().map(failure -> new Shown(failure, situation.state()));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Parts.show(this, shown.isPresent());
        getChildren().clear();
        getStyleClass().removeAll("bad", "warn");
        shown.ifPresent(what -> fill(profile, situation, what.failure()));
    }

    private void fill(ProfileCard profile, Situation situation, Failure failure) {
        Banner banner = Banner.of(failure, situation.state(), look);
        getStyleClass().add(banner.role());
        setAccessibleText(banner.title() + ". " + banner.text());
        var words = new VBox(3, Parts.wrapped(banner.title(), "heading"));
        if (!banner.text().isEmpty()) {
            words.getChildren().add(Parts.wrapped(banner.text()));
        }
        var buttons = new FlowPane(10, 8);
        buttons.getChildren().setAll(buttons(profile, situation, failure));
        VBox.setMargin(buttons, new Insets(10, 0, 2, 0));
        words.getChildren().add(buttons);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Glyph sign = Glyph.line(Icon.WARNING, 22, banner.role());
        getChildren()
                .addAll(sign, words, Parts.label(banner.code(), "small", banner.role(), "medium"));
    }

    private List<Node> buttons(ProfileCard profile, Situation situation, Failure failure) {
        List<Remedy> remedies = Remedy.of(failure, profile, situation.state());
        return remedies.stream()
                .map(remedy -> {
                    boolean first = remedy == remedies.getFirst();
                    Button button = button(remedy, profile.name(), situation, failure);
                    button.setId(remedy.key().replace('.', '-'));
                    if (first) {
                        button.getStyleClass().add("primary");
                    }
                    return (Node) button;
                })
                .toList();
    }

    private Button button(Remedy remedy, String profile, Situation situation, Failure failure) {
        String name = look.text(remedy.key());
        return switch (remedy) {
            case COPY_COMMAND ->
                    CopyButton.of(look, name, () -> HelpingCommand.of(failure).orElse(""));
            case COPY_MESSAGE ->
                    CopyButton.of(
                            look,
                            name,
                            () -> FailureText.of(failure, look.texts().locale()).title());
            case COPY_CERTIFICATES ->
                    CopyButton.of(look, name, () -> FailureReport.certificates(failure));
            case COPY_REPORT ->
                    CopyButton.of(
                            look, name, () -> FailureReport.of(profile, failure, situation, look));
            case AGAIN,
                    RECONNECT,
                    WITHOUT_DNS,
                    TRY_TCP_443,
                    DISCONNECT,
                    CANCEL,
                    ENTER_CODE,
                    CHOOSE_FILE,
                    IMPORT_FILE,
                    ALLOW_TRAFFIC,
                    DETAILS ->
                    Parts.button(name, () -> deeds.accept(remedy));
        };
    }
}
