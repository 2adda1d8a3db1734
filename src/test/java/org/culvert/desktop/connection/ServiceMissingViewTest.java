package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class ServiceMissingViewTest {
    private static final List<Failure> FAILURES =
            List.of(
                    new Failure.HelperNotRunning("/run/culvert/helper.sock"),
                    new Failure.HelperMissing(),
                    new Failure.NotAllowed(Phrase.of(Phrase.Kind.NO_MEMBER)),
                    new Failure.NotAllowed(Phrase.of(Phrase.Kind.STRANGE_SOCKET)),
                    new Failure.OtherVersion(1, 2));

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aServiceThatIsAwayOrRefusesSaysCodeSentencesCommandAndButtons(String tag) {
        Look look = Sample.look(Locale.forLanguageTag(tag));
        for (Failure failure : FAILURES) {
            var again = new ArrayList<Failure>();
            var view = Fx.on(() -> new ServiceMissingView(look, () -> again.add(failure)));
            Stage stage = Fx.show(look.theme(), view, 720, 520);
            Fx.run(() -> view.show(failure));

            assertEquals(expected(look, failure), Fx.words(view));
            Fx.run(() -> Fx.node(stage, Button.class, "remedy-again").fire());
            assertEquals(List.of(failure), again);
            Fx.picture(stage, "missing-" + failure.code().text() + "-" + tag);
            Fx.close(stage);
        }
    }

    private static List<String> expected(Look look, Failure failure) {
        FailureText sentences = FailureText.of(failure, look.texts().locale());
        var words = new ArrayList<>(List.of(sentences.title(), sentences.text()));
        HelpingCommand.of(failure)
                .ifPresent(command ->
                        words.addAll(List.of(command, look.text("remedy.copy_command"))));
        words.addAll(List.of(look.text("remedy.again"), failure.code().text()));
        assertTrue(words.stream().noneMatch(String::isEmpty), words::toString);
        return words;
    }
}
