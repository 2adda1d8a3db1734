package org.culvert.desktop.prompt;

import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.prompt.Question;

import java.net.URI;
import java.util.Optional;

/**
 * The words of a question.
 *
 * @param title at the top
 * @param reason why the last answer was not taken
 * @param code of that reason, small beside it
 * @param go on the button that answers
 */
record PromptWords(String title, Optional<String> reason, Optional<String> code, String go) {
    /** The words of {@code question} for the profile called {@code profile}. */
    static PromptWords of(String profile, Question question, Look look) {
        return switch (question) {
            case Question.Credentials(var _, Optional<Question.Rejection> rejected, var code) ->
                    new PromptWords(
                            look.text("prompt.signIn", profile),
                            rejected.map(why -> refused(why, code.isPresent(), look)),
                            rejected.map(Question.Rejection::code),
                            look.text("prompt.goSignIn"));
            case Question.ProxyCredentials(String proxy, var _, boolean rejected) ->
                    new PromptWords(
                            look.text("prompt.proxy", proxy),
                            rejected
                                    ? Optional.of(look.text("prompt.wrongProxy"))
                                    : Optional.empty(),
                            Optional.empty(),
                            look.text("prompt.goSignIn"));
            case Question.KeyPassphrase(boolean rejected) ->
                    new PromptWords(
                            look.text("prompt.unlock", profile),
                            rejected
                                    ? Optional.of(look.text("prompt.wrongPassphrase"))
                                    : Optional.empty(),
                            Optional.empty(),
                            look.text("prompt.goUnlock"));
            case Question.Challenge(String _, boolean _) ->
                    plain(look.text("prompt.asks", profile), "prompt.goOn", look);
            case Question.TrustUnverified() ->
                    plain(look.text("prompt.unverified", profile), "prompt.goAnyway", look);
            case Question.OpenPage(String _, int _) ->
                    plain(look.text("prompt.page", profile), "prompt.goOpen", look);
        };
    }

    private static PromptWords plain(String title, String go, Look look) {
        return new PromptWords(title, Optional.empty(), Optional.empty(), look.text(go));
    }

    /** A server that gives no reason does not say which of what it was sent is wrong. */
    private static String refused(Question.Rejection why, boolean withCode, Look look) {
        Failure failure = Failure.signIn(why.code(), why.serverText());
        if (withCode && failure instanceof Failure.WrongPassword) {
            return look.text("prompt.wrongWithCode");
        }
        return FailureText.of(failure, look.texts().locale()).title();
    }

    /** Whose page is to be opened; nothing where the address is none. */
    static String pageHost(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
