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
    private final SignIn.Habits habits;
    private Optional<Answer.Credentials> given;
    private Optional<Answer.Credentials> typed;
    private Optional<String> user = Optional.empty();
    private Optional<Answer.Credentials> token = Optional.empty();
    private Optional<Answer.Credentials> once = Optional.empty();
    private Optional<DynamicChallenge> challenge = Optional.empty();
    private Optional<Secret> passphrase;
    private Optional<Failure> refusal = Optional.empty();

    /** Starts with what the profile or the person gave before. */
    SignInState(SignIn known) {
        this.withCode = known.challenge();
        this.habits = known.habits();
        this.given = known.known();
        this.typed = known.known();
        this.passphrase = known.keyPassphrase().map(Answer.Text::text);
    }

    /** Takes what a new request brings; what it does not bring stays. */
    void renew(SignIn brought) {
        given = brought.known().or(() -> given);
        typed = brought.known().or(() -> typed);
        passphrase = brought.keyPassphrase().map(Answer.Text::text);
    }

    /** For the next attempt; empty where something must be asked first. */
    Optional<Answer.Credentials> current() {
        return once.or(() -> token).or(() -> typed.filter(this::complete).map(this::composed));
    }

    private boolean complete(Answer.Credentials sent) {
        return withCode.isEmpty() || sent.code().isPresent();
    }

    private Answer.Credentials composed(Answer.Credentials sent) {
        return withCode.map(StaticChallenge::form)
                .map(form ->
                        form == StaticChallenge.Form.SCRV1
                                ? StaticAnswer.scrv1(sent)
                                : StaticAnswer.concat(sent))
                .orElse(sent);
    }

    /** What a person is asked where nothing is at hand; a known password needs its code only. */
    Question missing() {
        return typed.isPresent() && withCode.isPresent()
                ? code().orElseThrow()
                : new Question.Credentials(user, Optional.empty(), code());
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
        user = Optional.of(credentials.userName());
    }

    /** Forgets what a person typed, but for the user name; what the profile has stays. */
    void forgetTyped() {
        typed = given;
    }

    /** Whether what was refused shall be sent once more, and can be. */
    boolean insists() {
        return habits.insists() && once.isEmpty() && withCode.isEmpty() && typed.isPresent();
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
            typed = typed.map(known -> withCode(known, Optional.of(text)));
        }
    }

    void passphrase(Secret text) {
        passphrase = Optional.of(text);
    }

    private static Answer.Credentials withCode(Answer.Credentials sent, Optional<Secret> code) {
        return new Answer.Credentials(sent.userName(), sent.password(), code);
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
        user = typed.map(Answer.Credentials::userName).or(() -> user);
        typed = Optional.empty();
        given = Optional.empty();
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
        typed = typed.map(sent -> withCode(sent, Optional.empty()));
        given = given.map(sent -> withCode(sent, Optional.empty()));
        refusal = Optional.empty();
        if (habits.forgets()) {
            forgetTyped();
        }
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
