package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** The pairs are those of upstream's own tests and notes. */
class StaticAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "cpassword, challenge_response, SCRV1:Y3Bhc3N3b3Jk:Y2hhbGxlbmdlX3Jlc3BvbnNl",
        "bar, 8675309, SCRV1:YmFy:ODY3NTMwOQ==",
    })
    void bothAreInBase64BehindTheMark(String password, String code, String sent) {
        assertEquals(
                Secret.ofUtf8(sent),
                StaticAnswer.scrv1(typed(password, Optional.of(code))).password());
    }

    @Test
    void theCodeStandsBehindThePassword() {
        assertEquals(
                Secret.ofUtf8("c1password0123456"),
                StaticAnswer.concat(typed("c1password", Optional.of("0123456"))).password());
    }

    @Test
    void withoutACodeNothingChanges() {
        Answer.Credentials typed = typed("password", Optional.empty());

        assertEquals(typed, StaticAnswer.scrv1(typed));
        assertEquals(typed, StaticAnswer.concat(typed));
    }

    private static Answer.Credentials typed(String password, Optional<String> code) {
        return new Answer.Credentials("anna", Secret.ofUtf8(password), code.map(Secret::ofUtf8));
    }
}
