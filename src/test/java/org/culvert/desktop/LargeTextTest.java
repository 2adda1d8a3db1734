package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.FailureBanner;
import org.culvert.desktop.connection.OffView;
import org.culvert.desktop.connection.ServiceMissingView;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.log.LogModel;
import org.culvert.desktop.log.LogView;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.ImportSheet;
import org.culvert.desktop.prompt.PromptDesk;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.prompt.Question;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** At 130 % text and the smallest window no word is cut; names of others end in an ellipsis. */
class LargeTextTest {
    private static final Pattern SIZE = Pattern.compile("-fx-font-size: (\\d+)px");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void noWordIsCut(String language) {
        assertEquals(List.of(), cut("failure", language, LargeTextTest::failure));
        assertEquals(List.of(), cut("off", language, LargeTextTest::off));
        assertEquals(List.of(), cut("service", language, LargeTextTest::serviceMissing));
        assertEquals(
                List.of(),
                cut("empty", language, look -> new EmptyView(look, () -> {}, files -> {})));
        assertEquals(
                List.of(), cut("log", language, look -> new LogView(look, new LogModel(look))));
        assertEquals(List.of(), cut("import", language, LargeTextTest::importing));
        assertEquals(List.of(), cut("prompt", language, LargeTextTest::asking));
    }

    private static Node failure(Look look) {
        var connections = new Connections();
        connections.tell(
                List.of(
                        Sample.connection(
                                "Office", State.BLOCKED, null, new Failure.TrafficBlocked())));
        var banner = new FailureBanner(look, remedy -> {});
        banner.show(Sample.card("Office", "vpn.example"), connections.of("Office"));
        return banner;
    }

    private static Node off(Look look) {
        var view = new OffView(look);
        view.show(Sample.cards(look.texts().locale()).get(2), Optional.empty());
        return view;
    }

    private static Node serviceMissing(Look look) {
        var view = new ServiceMissingView(look, () -> {});
        view.show(new Failure.HelperNotRunning("/run/culvert/helper.sock"));
        return view;
    }

    private static Node importing(Look look) {
        var host = new StackPane();
        List<ImportDraft> drafts = List.of(SampleDrafts.known(look));
        ImportSheet.open(
                look,
                host,
                SampleDrafts.shelf(drafts),
                SampleDrafts.NO_DEEDS,
                id -> Optional.of(Sample.card(id, "vpn.example.org")),
                drafts.stream().map(ImportDraft::file).toList());
        return host;
    }

    private static Node asking(Look look) {
        var host = new StackPane();
        var connections = new Connections();
        var _ = new PromptDesk(look, host, new QuietHelper(), connections, new Beat(), page -> {});
        connections.tell(List.of(Sample.asking("Office", 7, new Question.TrustUnverified())));
        return host;
    }

    private static List<String> cut(String name, String language, Function<Look, Node> view) {
        Theme theme = Fx.on(Theme::new);
        Look look = Sample.look(Locale.of(language), theme);
        Parent root = Fx.on(() -> new StackPane(view.apply(look)));
        Stage stage = Fx.show(theme, root, 720, 520);
        Fx.run(() -> stage.getScene().getStylesheets().add(larger()));
        Fx.picture(stage, "large-" + name + "-" + language);
        List<String> cut =
                Fx.on(() -> {
                    var found = new ArrayList<String>();
                    gather(root, found);
                    return found;
                });
        Fx.close(stage);
        return cut;
    }

    private static void gather(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label && whole(label)) {
            if (label.lookup(".text") instanceof Text text
                    && !text.getText().replace("\n", " ").equals(label.getText())) {
                cut.add(label.getText() + " -> " + text.getText());
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, cut));
        }
    }

    /** Whether it is never to be cut: it keeps its width, or it wraps. */
    private static boolean whole(Labeled label) {
        return label.isWrapText() || label.getMinWidth() == Region.USE_PREF_SIZE;
    }

    /** The style sheet with every size of text by 1.3. */
    private static String larger() {
        try (InputStream octets = Theme.class.getResourceAsStream("culvert.css")) {
            String sheet =
                    new String(
                            Objects.requireNonNull(octets).readAllBytes(), StandardCharsets.UTF_8);
            String larger =
                    SIZE.matcher(sheet)
                            .replaceAll(size ->
                                    "-fx-font-size: "
                                            + Integer.parseInt(size.group(1)) * 1.3
                                            + "px");
            return "data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(larger.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
