package org.culvert.spec;

import org.culvert.prompt.Answer;

import java.util.Optional;

/**
 * Whether a user name and password are sent.
 *
 * @param userPassword whether the profile asks for them ({@code auth-user-pass})
 * @param known credentials already at hand (inline, remembered or given with the request)
 * @param keyPassphrase the key's passphrase, where it is already at hand
 * @param challenge a code that goes with the password
 */
public record SignIn(
        boolean userPassword,
        Optional<Answer.Credentials> known,
        Optional<Answer.Text> keyPassphrase,
        Optional<StaticChallenge> challenge) {
    /** No user name and no password. */
    public static final SignIn NONE = new SignIn(false, Optional.empty(), Optional.empty());

    /** Without a code. */
    public SignIn(
            boolean userPassword,
            Optional<Answer.Credentials> known,
            Optional<Answer.Text> keyPassphrase) {
        this(userPassword, known, keyPassphrase, Optional.empty());
    }
}
