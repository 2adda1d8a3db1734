package org.culvert.tunnel;

import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.spec.Proxy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who we are at proxies: what profiles say, and what a person has typed for one of them. */
final class ProxyAccounts {
    private final Map<String, Answer.Credentials> typed = new HashMap<>();

    /** For {@code proxy} and no other. */
    Optional<Answer.Credentials> of(Proxy proxy) {
        return Optional.ofNullable(typed.get(proxy.place())).or(proxy::known);
    }

    /** The answer to a question about the proxy at {@code place}. */
    void typed(String place, Answer.Credentials credentials) {
        typed.put(place, credentials);
    }

    /** Asks for it, again where the proxy has not taken it. */
    Question question(Proxy proxy, boolean rejected) {
        Optional<String> user = of(proxy).map(Answer.Credentials::userName);
        typed.remove(proxy.place());
        return new Question.ProxyCredentials(proxy.place(), user, rejected);
    }

    /** A proxy that surely asks is not greeted without an answer. */
    Optional<Question> missing(Proxy proxy) {
        boolean asks = proxy instanceof Proxy.Socks socks && socks.signIn();
        return asks && of(proxy).isEmpty() ? Optional.of(question(proxy, false)) : Optional.empty();
    }
}
