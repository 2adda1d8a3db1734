package org.culvert.tunnel;

import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.secret.Secret;

import java.util.Optional;

/**
 * What is sent to sign in: what a person typed, a token that stands for it, or a code that is good
 * for one attempt.
 */
final class SignInState {
    private Optional<Answer.Credentials> typed;
    private Optional<Answer.Credentials> token = Optional.empty();
    private Optional<Answer.Credentials> once = Optional.empty();
    private Optional<DynamicChallenge> challenge = Optional.empty();

    SignInState(Optional<Answer.Credentials> known) {
        this.typed = known;
    }

    /** For the next attempt. */
    Optional<Answer.Credentials> current() {
        return once.or(() -> token).or(() -> typed);
    }

    void typed(Answer.Credentials credentials) {
        typed = Optional.of(credentials);
    }

    void token(Answer.Credentials credentials) {
        token = Optional.of(credentials);
    }

    /** The question that a server's challenge asks. */
    Question challenged(DynamicChallenge asked) {
        challenge = Optional.of(asked);
        return new Question.Challenge(asked.text(), asked.echo());
    }

    /** Takes the answer to a challenge; false where none is open. */
    boolean answered(Secret code) {
        boolean open = challenge.isPresent();
        challenge.ifPresent(asked -> once = Optional.of(asked.answer(code)));
        challenge = Optional.empty();
        return open;
    }

    /** An attempt is over: a code is not good twice. */
    void attemptEnded() {
        once = Optional.empty();
        challenge = Optional.empty();
    }

    /** Forgets a token that was refused; false where none was in use. */
    boolean forgetToken() {
        boolean used = token.isPresent() && once.isEmpty();
        token = Optional.empty();
        return used;
    }

    /** Forgets what was typed; its user name, for the next question. */
    Optional<String> forgetTyped() {
        Optional<String> user = typed.map(Answer.Credentials::userName);
        typed = Optional.empty();
        return user;
    }
}
