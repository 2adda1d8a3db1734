package org.culvert.desktop.prompt;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Fields;
import org.culvert.desktop.look.Look;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;

import java.util.Optional;

/** User name, password and, where the server wants one in the same breath, a code. */
final class CredentialsForm implements PromptForm {
    private final TextField user = new TextField();
    private final SecretField password;
    private final Optional<CodeForm> code;
    private final VBox view = new VBox(12);

    CredentialsForm(Look look, Question.Credentials question) {
        user.setId("prompt-user");
        user.setText(question.userName().orElse(""));
        password = new SecretField(look, "prompt-password", look.text("prompt.password"));
        code = question.challenge().map(challenge -> new CodeForm(look, challenge));
        view.getChildren()
                .addAll(
                        Fields.named(look.text("prompt.user"), user, Fields.framed(user)),
                        password);
        code.ifPresent(form -> view.getChildren().add(form.view()));
    }

    /** For a proxy, which never asks for a code beside. */
    static CredentialsForm forProxy(Look look, Question.ProxyCredentials asked) {
        return new CredentialsForm(
                look,
                new Question.Credentials(asked.userName(), Optional.empty(), Optional.empty()));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node first() {
        return user.getText().isEmpty() ? user : password.begin();
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return user.textProperty().map(text -> !text.isBlank());
    }

    @Override
    public Answer answer() {
        return new Answer.Credentials(
                user.getText(), password.secret(), code.map(CodeForm::secret));
    }

    @Override
    public void wipe() {
        password.text().clear();
        code.ifPresent(CodeForm::wipe);
    }
}
