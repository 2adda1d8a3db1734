package org.culvert.desktop.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.culvert.desktop.QuietHelper;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

@SuppressWarnings("NullAway.Init")
class PromptDeskTest {
    private final Look look = Sample.look(Locale.ENGLISH);
    private final QuietHelper helper = new QuietHelper();
    private final Connections connections = new Connections();
    private Stage stage;
    private PromptDesk desk;

    @BeforeEach
    void show() {
        StackPane host = Fx.on(StackPane::new);
        desk = Fx.on(() -> new PromptDesk(look, host, helper, connections, new Beat(), page -> {}));
        stage = Fx.show(look.theme(), host, 720, 480);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void itSaysWhetherAQuestionIsShown() {
        assertFalse(Fx.on(() -> desk.asking().get()));
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        assertTrue(Fx.on(() -> desk.asking().get()));
        tell(Sample.connection("Office", State.ON, 7, null));
        assertFalse(Fx.on(() -> desk.asking().get()));
    }

    @Test
    void enterSignsInOnceWithWhatWasTyped() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        assertEquals("prompt-password", focused());

        type("prompt-password", "s3cret");
        Fx.press(stage, KeyCode.ENTER);

        assertEquals(
                List.of(new Answer.Credentials("anna", Secret.ofUtf8("s3cret"), Optional.empty())),
                helper.answers());
        assertNull(sheet());
    }

    @Test
    void aRefusedAnswerComesBackWithTheTextKeptAndSelectedAndTheReason() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        type("prompt-password", "s3cret");
        Fx.press(stage, KeyCode.ENTER);
        tell(Sample.connection("Office", State.CONNECTING, 4, null));

        tell(Sample.asking("Office", 2, credentials("anna", "Account\nlocked")));

        TextField password = Fx.node(stage, TextField.class, "prompt-password");
        assertEquals("s3cret", Fx.on(password::getText));
        assertEquals("s3cret", Fx.on(password::getSelectedText));
        assertEquals(
                "The server says: “Account locked”",
                Fx.on(Fx.node(stage, Label.class, "prompt-reason")::getText));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH-1, '', The server refused the user name or password",
        "AUTH-2, locked, The server says: “locked”",
        "AUTH-3, '', The server says this account is in use or its session ended"
    })
    void aRefusalIsShownWithItsCodeAndSentence(String code, String serverText, String sentence) {
        var why = new Question.Rejection(code, serverText);
        tell(
                Sample.asking(
                        "Office",
                        1,
                        new Question.Credentials(
                                Optional.of("anna"), Optional.of(why), Optional.empty())));

        assertEquals(sentence, Fx.on(Fx.node(stage, Label.class, "prompt-reason")::getText));
        assertEquals(code, Fx.on(Fx.node(stage, Label.class, "prompt-code-of-reason")::getText));
    }

    @Test
    void whereACodeWentAlongARefusalWithoutReasonBlamesNoneOfTheThree() {
        var why = new Question.Rejection("AUTH-1", "");
        var code = new Question.Challenge("Code", true);
        tell(
                Sample.asking(
                        "Office",
                        1,
                        new Question.Credentials(
                                Optional.of("anna"), Optional.of(why), Optional.of(code))));

        assertEquals(
                "The server refused the user name, the password or the code",
                Fx.on(Fx.node(stage, Label.class, "prompt-reason")::getText));
    }

    @Test
    void whatWasTypedIsForgottenOnceItWasRight() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        TextField password = type("prompt-password", "s3cret");
        Fx.press(stage, KeyCode.ENTER);

        tell(Sample.connection("Office", State.ON, null, null));

        assertEquals("", Fx.on(password::getText));
    }

    @Test
    void escapeCancels() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        Fx.press(stage, KeyCode.ESCAPE);

        assertEquals(List.of(new Answer.Cancelled()), helper.answers());
        assertNull(sheet());
    }

    @Test
    void withoutAUserNameNothingIsSent() {
        tell(Sample.asking("Office", 1, credentials("", null)));
        assertEquals("prompt-user", focused());

        Fx.press(stage, KeyCode.ENTER);

        assertTrue(Fx.on(Fx.node(stage, Button.class, "prompt-go")::isDisabled));
        assertEquals(List.of(), helper.answers());
    }

    @Test
    void aSecondQuestionWaitsForTheFirst() {
        Connection office = Sample.asking("Office", 1, credentials("anna", null));
        Connection lab = Sample.asking("Lab", 2, new Question.KeyPassphrase(false));
        tell(office);
        tell(lab, office);
        assertEquals("prompt-password", focused());

        Fx.press(stage, KeyCode.ENTER);

        assertEquals("prompt-passphrase", focused());
    }

    @Test
    void aQuestionThatIsGoneTakesItsSheetAlong() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        tell(Sample.connection("Office", State.OFF, null, null));

        assertNull(sheet());
        assertEquals(List.of(), helper.answers());
    }

    @Test
    void theEyeShowsThePassword() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        type("prompt-password", "s3cret");

        Fx.run(Fx.node(stage, Button.class, "prompt-password-eye")::fire);

        TextField open = Fx.node(stage, TextField.class, "prompt-password-open");
        assertTrue(Fx.on(open::isVisible));
        assertEquals("s3cret", Fx.on(open::getText));
    }

    @Test
    void aCodeIsSentWithoutItsBlanks() {
        var challenge = new Question.Challenge("Code from your app", true);
        tell(
                Sample.asking(
                        "Office",
                        1,
                        new Question.Credentials(
                                Optional.of("anna"), Optional.empty(), Optional.of(challenge))));
        type("prompt-code", "123 456");
        Fx.press(stage, KeyCode.ENTER);

        var answer = assertInstanceOf(Answer.Credentials.class, helper.answers().getFirst());
        assertEquals(Optional.of(Secret.ofUtf8("123456")), answer.code());
        assertEquals("my code", CodeForm.tidy("my code").toString());
    }

    @Test
    void anUnverifiedServerIsNotTrustedByEnter() {
        tell(Sample.asking("Office", 1, new Question.TrustUnverified()));

        Fx.press(stage, KeyCode.ENTER);

        assertEquals(List.of(new Answer.Cancelled()), helper.answers());
    }

    @Test
    void anUnverifiedServerIsTrustedByItsButton() {
        tell(Sample.asking("Office", 1, new Question.TrustUnverified()));

        Fx.run(Fx.node(stage, Button.class, "prompt-go")::fire);

        assertEquals(List.of(new Answer.Accepted()), helper.answers());
    }

    @Test
    void theFocusStaysOnThePaper() {
        tell(Sample.asking("Office", 1, credentials("anna", null)));
        for (int i = 0; i < 9; i++) {
            Fx.press(stage, KeyCode.TAB);
            assertTrue(
                    Fx.on(() -> {
                        Node node = stage.getScene().getFocusOwner();
                        while (node != null && !"prompt".equals(node.getId())) {
                            node = node.getParent();
                        }
                        return node != null;
                    }));
        }
        assertFalse(helper.answers().contains(new Answer.Cancelled()));
    }

    private static Question credentials(String user, @Nullable String rejected) {
        return new Question.Credentials(
                user.isEmpty() ? Optional.empty() : Optional.of(user),
                Optional.ofNullable(rejected).map(text -> new Question.Rejection("AUTH-2", text)),
                Optional.empty());
    }

    private void tell(Connection... all) {
        Fx.run(() -> connections.tell(List.of(all)));
    }

    private TextField type(String id, String text) {
        TextField field = Fx.node(stage, TextField.class, id);
        Fx.run(() -> {
            field.requestFocus();
            field.setText(text);
        });
        return field;
    }

    private String focused() {
        return Fx.on(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
    }

    private @Nullable Node sheet() {
        var found = new java.util.ArrayList<Node>();
        Fx.run(() -> found.addAll(stage.getScene().getRoot().lookupAll("#prompt")));
        return found.isEmpty() ? null : found.getFirst();
    }
}
