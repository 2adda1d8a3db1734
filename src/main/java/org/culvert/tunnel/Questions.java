package org.culvert.tunnel;

import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;

import java.util.Optional;

/** What a person is asked on behalf of a tunnel; his answers go into its {@link SignInState}. */
final class Questions {
    private final SignInState signIn;
    private final ProxyAccounts proxies = new ProxyAccounts();
    private Optional<Question> open = Optional.empty();

    Questions(SignInState signIn) {
        this.signIn = signIn;
    }

    /** What was answered for proxies. */
    ProxyAccounts proxies() {
        return proxies;
    }

    /** The question that waits for its answer. */
    Optional<Question> open() {
        return open;
    }

    /** What must be known before the first packet and is not; a key's passphrase comes first. */
    Optional<Question> missing(ConnectSpec spec) {
        if (spec.tls().isKeyLocked() && signIn.passphrase().isEmpty()) {
            return Optional.of(new Question.KeyPassphrase(false));
        }
        boolean unknown = spec.signIn().userPassword() && signIn.current().isEmpty();
        return unknown ? Optional.of(signIn.missing()) : Optional.empty();
    }

    void ask(Question question) {
        open = Optional.of(question);
    }

    /** Takes the answer to the open question; false where the person wants no more of it. */
    boolean take(Answer answer) {
        Optional<Question> asked = open;
        open = Optional.empty();
        switch (answer) {
            case Answer.Credentials given
                    when asked.orElseThrow() instanceof Question.ProxyCredentials proxy ->
                    proxies.typed(proxy.proxy(), given);
            case Answer.Credentials given -> signIn.typed(given);
            case Answer.Text(Secret text)
                    when asked.orElseThrow() instanceof Question.KeyPassphrase ->
                    signIn.passphrase(text);
            case Answer.Text(Secret text) -> signIn.code(text);
            case Answer.Accepted _ -> {}
            case Answer.Cancelled _ -> {
                return false;
            }
        }
        return true;
    }

    /** Nobody is asked any more. */
    void drop() {
        open = Optional.empty();
    }
}
