package org.culvert.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class PromptTest {
    @Test
    void noAnswerPrintsItsSecret() {
        var code = Optional.of(Secret.ofUtf8("123456"));
        List<Answer> answers =
                List.of(
                        new Answer.Credentials("anna", Secret.ofUtf8("swordfish"), code),
                        new Answer.Text(Secret.ofUtf8("swordfish")));
        for (Answer answer : answers) {
            assertFalse(answer.toString().contains("swordfish"), answer.toString());
            assertFalse(answer.toString().contains("123456"), answer.toString());
        }
    }

    @Test
    void theSameQuestionIsEqual() {
        var challenge = new Question.Challenge("code?", true);

        assertEquals(
                new Question.Credentials(
                        Optional.of("anna"), Optional.empty(), Optional.of(challenge)),
                new Question.Credentials(
                        Optional.of("anna"),
                        Optional.empty(),
                        Optional.of(new Question.Challenge("code?", true))));
    }
}
