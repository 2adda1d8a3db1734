package org.culvert.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.secret.Secret;
import org.culvert.spec.SignIn;
import org.culvert.spec.StaticChallenge;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class SignInStateTest {
    private static final Answer.Credentials TYPED = credentials("anna", "password");
    private static final Answer.Credentials TOKEN = credentials("anna", "token");
    private static final DynamicChallenge CHALLENGE =
            new DynamicChallenge("state", "anna", "Code?", true);

    private final SignInState state =
            new SignInState(new SignIn(true, Optional.of(TYPED), Optional.empty()));

    @Test
    void aTokenStandsForWhatWasTypedUntilItIsRefused() {
        state.token(TOKEN);
        assertEquals(Optional.of(TOKEN), state.current());
        assertTrue(state.forgetToken());
        assertEquals(Optional.of(TYPED), state.current());
        assertFalse(state.forgetToken());
    }

    @Test
    void aCodeIsGoodForOneAttempt() {
        assertEquals(new Question.Challenge("Code?", true), state.challenged(CHALLENGE));
        state.code(Secret.ofUtf8("1234"));
        assertEquals(Optional.of(credentials("anna", "CRV1::state::1234")), state.current());
        state.attemptEnded();
        assertEquals(Optional.of(TYPED), state.current());
    }

    @Test
    void aPassphraseOpensTheKeyOnly() {
        state.passphrase(Secret.ofUtf8("passphrase of a key"));

        assertEquals(Optional.of(TYPED), state.current());
        assertEquals(Optional.of(Secret.ofUtf8("passphrase of a key")), state.passphrase());
    }

    @Test
    void aChallengeIsAnsweredOnce() {
        state.challenged(CHALLENGE);
        state.code(Secret.ofUtf8("1"));
        state.code(Secret.ofUtf8("2"));

        assertEquals(Optional.of(credentials("anna", "CRV1::state::1")), state.current());
    }

    @Test
    void whatWasRefusedIsForgottenButForItsUserName() {
        assertEquals(
                new Question.Credentials(
                        Optional.of("anna"),
                        Optional.of(new Question.Rejection("AUTH-2", "no")),
                        Optional.empty()),
                state.refused(new Failure.SignInRefused("no")));
        assertEquals(Optional.empty(), state.current());
        assertEquals(new Failure.SignInRefused("no"), state.refusal());
    }

    @Test
    void aRefusalCarriesTheCodeAndTheServersWords() {
        assertEquals(new Question.Rejection("AUTH-1", ""), rejection(new Failure.WrongPassword()));
        assertEquals(
                new Question.Rejection("AUTH-3", "elsewhere"),
                rejection(new Failure.SessionEnded("elsewhere")));
    }

    @Test
    void aServerThatTakesItLeavesNoRefusalBehind() {
        state.refused(new Failure.SignInRefused("no"));
        state.typed(TYPED);
        state.accepted();

        assertEquals(Optional.of(TYPED), state.current());
        assertEquals(new Failure.WrongPassword(), state.refusal());
    }

    private Question.Rejection rejection(Failure failure) {
        var asked = assertInstanceOf(Question.Credentials.class, state.refused(failure));
        return asked.rejected().orElseThrow();
    }

    private static SignInState withCode(StaticChallenge.Form form, boolean known) {
        var asked = Optional.of(new StaticChallenge("Code of today", true, form));
        var typed = known ? Optional.of(TYPED) : Optional.<Answer.Credentials>empty();
        return new SignInState(
                new SignIn(true, typed, Optional.empty(), asked, SignIn.Habits.USUAL));
    }

    @Test
    void aStaticCodeIsAskedForBesideThePasswordAndSentWithIt() {
        SignInState asking = withCode(StaticChallenge.Form.SCRV1, false);
        var code = new Question.Challenge("Code of today", true);

        assertEquals(
                new Question.Credentials(Optional.empty(), Optional.empty(), Optional.of(code)),
                asking.missing());
        asking.typed(typed("bar", "8675309"));
        assertEquals(Optional.of(credentials("anna", "SCRV1:YmFy:ODY3NTMwOQ==")), asking.current());
    }

    @Test
    void aKnownPasswordNeedsItsCodeOnly() {
        SignInState asking = withCode(StaticChallenge.Form.CONCAT, true);

        assertEquals(Optional.empty(), asking.current());
        assertEquals(new Question.Challenge("Code of today", true), asking.missing());
        asking.code(Secret.ofUtf8("0123456"));
        assertEquals(Optional.of(credentials("anna", "password0123456")), asking.current());
    }

    @Test
    void aStaticCodeThatWasTakenIsNotSentAgain() {
        SignInState asking = withCode(StaticChallenge.Form.SCRV1, false);
        asking.typed(typed("bar", "1"));
        asking.accepted();

        assertEquals(Optional.empty(), asking.current());
        assertEquals(new Question.Challenge("Code of today", true), asking.missing());
    }

    @Test
    void aRefusedSignInAsksForTheCodeAgain() {
        SignInState asking = withCode(StaticChallenge.Form.SCRV1, false);
        asking.typed(typed("bar", "1"));

        var again = (Question.Credentials) asking.refused(new Failure.WrongPassword());

        assertEquals(Optional.of("anna"), again.userName());
        assertEquals(Optional.of(new Question.Challenge("Code of today", true)), again.challenge());
    }

    private static Answer.Credentials typed(String password, String code) {
        return new Answer.Credentials(
                "anna", Secret.ofUtf8(password), Optional.of(Secret.ofUtf8(code)));
    }

    private static Answer.Credentials credentials(String user, String password) {
        return new Answer.Credentials(user, Secret.ofUtf8(password), Optional.empty());
    }
}
