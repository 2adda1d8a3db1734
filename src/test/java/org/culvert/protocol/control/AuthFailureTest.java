package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.prompt.Answer;
import org.culvert.protocol.control.AuthFailure.Refused;
import org.culvert.protocol.control.AuthFailure.SessionEnded;
import org.culvert.protocol.control.AuthFailure.Temporary;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class AuthFailureTest {
    private static final String QUESTION =
            "CRV1:R,E:Om01u7Fh4LrGBS7uh0SWmzwabUiGiW6l:Y3Ix:Please enter token PIN";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEMP:There are no flags here [really not]"
                        + "|There are no flags here [really not]|0|NO",
                "TEMP[backoff 42,advance no]|''|42|NO",
                "TEMP[advance remote,backoff 77]:go round and round|go round and round|77|REMOTE",
                "TEMP|''|0|NO",
                "TEMP[advance addr,shiny]:x|x|0|ADDRESS"
            })
    void aTemporaryRefusalSaysHowToGoOn(String text, String shown, int backOff, Advance advance) {
        assertEquals(
                new Temporary(shown, new ComeBack(advance, backOff, false)),
                AuthFailure.parse(text));
    }

    @Test
    void aQuestionForACodeIsAnsweredByItsStateAndTheCode() {
        var asked = assertInstanceOf(AuthFailure.Challenged.class, AuthFailure.parse(QUESTION));
        DynamicChallenge challenge = asked.challenge();

        assertEquals("Please enter token PIN", challenge.text());
        assertEquals(true, challenge.echo());
        assertEquals(
                new Answer.Credentials(
                        "cr1",
                        Secret.ofUtf8("CRV1::Om01u7Fh4LrGBS7uh0SWmzwabUiGiW6l::challenge_response"),
                        Optional.empty()),
                challenge.answer(Secret.ofUtf8("challenge_response")));
    }

    @Test
    void theTextOfAQuestionMayHaveColons() {
        var challenge = DynamicChallenge.parse("CRV1:R:id:Y3Ix:Code (12:30):").orElseThrow();

        assertEquals("Code (12:30):", challenge.text());
        assertEquals(false, challenge.echo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "locked", "CRV1", "CRV1:R,E", "CRV1:R:id:%%%:text", "SESSIONS"})
    void anythingElseIsTheServersReason(String text) {
        assertEquals(new Refused(text), AuthFailure.parse(text));
    }

    @Test
    void aSessionThatEndedIsNoWrongPassword() {
        assertEquals(new SessionEnded(""), AuthFailure.parse("SESSION"));
        assertEquals(new SessionEnded("expired"), AuthFailure.parse("SESSION: expired"));
    }

    @Test
    void aTokenIsTakenWithItsUserAndNeverPrinted() {
        var token =
                AuthToken.of(List.of("ping 10", "auth-token abc", "auth-token-user Y3Ix"))
                        .orElseThrow();

        assertEquals(Optional.of("cr1"), token.userName());
        assertEquals(Secret.ofUtf8("abc"), token.token());
        assertEquals(false, token.toString().contains("abc"));
        assertEquals(Optional.empty(), AuthToken.of(List.of("auth-token", "auth-token-user x")));
    }

    @Test
    void randomReasonsNeverThrow() {
        var random = new Random(6);
        String alphabet = "CRV1:TEMP[],backoff 9SESSION=+/";
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "TEMP" : "CRV1:");
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            AuthFailure.parse(text.toString());
        }
    }
}
