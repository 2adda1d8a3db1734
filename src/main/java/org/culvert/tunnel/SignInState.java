package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.StaticAnswer;
import org.culvert.secret.Secret;
import org.culvert.spec.SignIn;
import org.culvert.spec.StaticChallenge;

import java.util.Optional;

/**
 * What is sent to sign in: what a person typed, a token that stands for it, or a code that is good
 * for one attempt.
 */
final class SignInState {
    private final Optional<StaticChallenge> withCode;
    private Optional<Answer.Credentials> typed;
    private Optional<Answer.Credentials> token = Optional.empty();
    private Optional<Answer.Credentials> once = Optional.empty();
    private Optional<DynamicChallenge> challenge = Optional.empty();
    private Optional<Secret> passphrase;
    private Optional<Failure> refusal = Optional.empty();

    /** Starts with what the profile or the person gave before. */
    SignInState(SignIn known) {
        this.withCode = known.challenge();
        this.typed = known.known();
        this.passphrase = known.keyPassphrase().map(Answer.Text::text);
    }

    /** Takes what a new request brings; what it does not bring stays. */
    void renew(SignIn brought) {
        typed = brought.known().or(() -> typed);
        passphrase = brought.keyPassphrase().map(Answer.Text::text);
    }

    /** For the next attempt; empty where something must be asked first. */
    Optional<Answer.Credentials> current() {
        return once.or(() -> token).or(() -> typed.filter(this::complete).map(this::composed));
    }

    private boolean complete(Answer.Credentials given) {
        return withCode.isEmpty() || given.code().isPresent();
    }

    private Answer.Credentials composed(Answer.Credentials given) {
        return withCode.map(StaticChallenge::form)
                .map(form ->
                        form == StaticChallenge.Form.SCRV1
                                ? StaticAnswer.scrv1(given)
                                : StaticAnswer.concat(given))
                .orElse(given);
    }

    /** What a person is asked where nothing is at hand; a known password needs its code only. */
    Question missing() {
        return typed.isPresent() && withCode.isPresent()
                ? code().orElseThrow()
                : new Question.Credentials(Optional.empty(), Optional.empty(), code());
    }

    private Optional<Question.Challenge> code() {
        return withCode.map(asked -> new Question.Challenge(asked.text(), asked.echo()));
    }

    /** What opens the private key. */
    Optional<Secret> passphrase() {
        return passphrase;
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

    /** Takes a code for the open challenge of a server, or for the password that is known. */
    void code(Secret text) {
        if (challenge.isPresent()) {
            once = challenge.map(asked -> asked.answer(text));
            challenge = Optional.empty();
        } else {
            typed = typed.map(given -> withCode(given, Optional.of(text)));
        }
    }

    void passphrase(Secret text) {
        passphrase = Optional.of(text);
    }

    private static Answer.Credentials withCode(Answer.Credentials given, Optional<Secret> code) {
        return new Answer.Credentials(given.userName(), given.password(), code);
    }

    /** Whether {@code failure} says that the server does not take what was sent. */
    static boolean refuses(Failure failure) {
        return failure instanceof Failure.WrongPassword
                || failure instanceof Failure.SignInRefused
                || failure instanceof Failure.SessionEnded;
    }

    /** Forgets what was refused; the question that asks for it again, with the server's reason. */
    Question refused(Failure failure) {
        attemptEnded();
        refusal = Optional.of(failure);
        Optional<String> user = typed.map(Answer.Credentials::userName);
        typed = Optional.empty();
        return new Question.Credentials(user, Optional.of(rejection(failure)), code());
    }

    private static Question.Rejection rejection(Failure failure) {
        String serverText =
                switch (failure) {
                    case Failure.SignInRefused(String text) -> text;
                    case Failure.SessionEnded(String text) -> text;
                    default -> "";
                };
        return new Question.Rejection(failure.code().text(), serverText);
    }

    /** Why the last question was asked; the failure of whoever does not answer it. */
    Failure refusal() {
        return refusal.orElse(new Failure.WrongPassword());
    }

    /** The server takes what was sent; a code is not good twice. */
    void accepted() {
        attemptEnded();
        typed = typed.map(given -> withCode(given, Optional.empty()));
        refusal = Optional.empty();
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
}
