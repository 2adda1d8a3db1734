package org.culvert.desktop.prompt;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.connection.Situation;
import org.culvert.desktop.look.CopyButton;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The questions of one profile in one sheet, which keeps what was typed until it was right. */
final class PromptSheet {
    private static final double WIDTH = 420;

    private final Look look;
    private final String profile;
    private final Consumer<String> pages;
    private final Sheet sheet;
    private final Label clock = Parts.elastic("", "small", "muted");
    private Optional<Question> asked = Optional.empty();
    private Optional<PromptForm> form = Optional.empty();

    /** A closed sheet; {@code pages} opens a page in the browser. */
    PromptSheet(Look look, String profile, Consumer<String> pages) {
        this.look = look;
        this.profile = profile;
        this.pages = pages;
        sheet = new Sheet("", WIDTH);
        sheet.setId("prompt");
    }

    /** Asks over {@code host}; {@code answered} gets the answer. */
    void ask(Pane host, Question question, Consumer<Answer> answered) {
        PromptForm fields = fields(question);
        PromptWords words = PromptWords.of(profile, question, look);
        sheet.title(words.title());
        List<Node> content = new ArrayList<>();
        words.reason().ifPresent(why -> content.add(reason(why, words.code())));
        content.add(fields.view());
        content.add(clock);
        sheet.content(content.toArray(Node[]::new));
        Runnable cancel = () -> finish(new Answer.Cancelled(), answered);
        Button no = Parts.button(look.text("button.cancel"), cancel);
        Button go = go(question, words, fields, answered);
        go.setId("prompt-go");
        fields.ready().subscribe(ready -> go.setDisable(!ready));
        sheet.buttons(cancel, buttons(question, no, go));
        Node first = fields.first();
        sheet.open(host, first.isFocusTraversable() ? first : sheet.standard().orElse(go));
    }

    /** The sentence, and its code small at the right. */
    private static Node reason(String why, Optional<String> code) {
        Label sentence = Parts.wrapped(why, "bad", "medium");
        sentence.setId("prompt-reason");
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var line = new HBox(10, sentence);
        code.ifPresent(text -> line.getChildren().add(code(text)));
        return line;
    }

    private static Label code(String text) {
        Label code = Parts.label(text, "small", "bad", "medium");
        code.setId("prompt-code-of-reason");
        return code;
    }

    private Button[] buttons(Question question, Button no, Button go) {
        return switch (question) {
            case Question.OpenPage(String url, int _) -> {
                Button copy = CopyButton.of(look, look.text("prompt.copyLink"), () -> url);
                yield new Button[] {no, copy, go};
            }
            case Question.TrustUnverified() -> new Button[] {go, no};
            case Question.Credentials _,
                    Question.ProxyCredentials _,
                    Question.Challenge _,
                    Question.KeyPassphrase _ ->
                    new Button[] {no, go};
        };
    }

    private Button go(
            Question question, PromptWords words, PromptForm fields, Consumer<Answer> answered) {
        return question instanceof Question.OpenPage(String url, int _)
                ? Parts.button(words.go(), () -> pages.accept(url))
                : Parts.button(words.go(), () -> finish(fields.answer(), answered));
    }

    /** The same fields for the same kind of question, so that what was typed is still there. */
    private PromptForm fields(Question question) {
        boolean same = asked.filter(before -> sameFields(before, question)).isPresent();
        if (!same) {
            wipe();
            form = Optional.of(fresh(question));
        }
        asked = Optional.of(question);
        return form.orElseThrow();
    }

    private static boolean sameFields(Question before, Question now) {
        if (before instanceof Question.Credentials old
                && now instanceof Question.Credentials again) {
            return old.challenge().equals(again.challenge());
        }
        if (before instanceof Question.ProxyCredentials old
                && now instanceof Question.ProxyCredentials again) {
            return old.proxy().equals(again.proxy());
        }
        return before instanceof Question.KeyPassphrase && now instanceof Question.KeyPassphrase;
    }

    private PromptForm fresh(Question question) {
        return switch (question) {
            case Question.Credentials credentials -> new CredentialsForm(look, credentials);
            case Question.ProxyCredentials asked -> CredentialsForm.forProxy(look, asked);
            case Question.Challenge challenge -> new CodeForm(look, challenge);
            case Question.KeyPassphrase _ -> new PassphraseForm(look);
            case Question.TrustUnverified() -> new ConsentForm(look.text("prompt.unverifiedText"));
            case Question.OpenPage(String url, int _) ->
                    new ConsentForm(look.text("prompt.pageText", PromptWords.pageHost(url)));
        };
    }

    /** Says at which stage the attempt waits, and for how long. */
    void clock(Situation situation) {
        String lap = look.numbers().lap(Headline.lasting(situation, look));
        int stage = situation.stage();
        clock.setText(
                stage == 0
                        ? ""
                        : look.text("prompt.stage", stage, look.text("stage." + stage), lap));
    }

    private void finish(Answer answer, Consumer<Answer> answered) {
        sheet.close();
        answered.accept(answer);
    }

    /** Goes away; what was typed stays for a next time. */
    void close() {
        sheet.close();
    }

    /** Forgets what was typed. */
    void wipe() {
        form.ifPresent(PromptForm::wipe);
        form = Optional.empty();
        asked = Optional.empty();
    }
}
