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
 * @param habits what becomes of what was typed
 */
public record SignIn(
        boolean userPassword,
        Optional<Answer.Credentials> known,
        Optional<Answer.Text> keyPassphrase,
        Optional<StaticChallenge> challenge,
        Habits habits) {
    /** No user name and no password. */
    public static final SignIn NONE = new SignIn(false, Optional.empty(), Optional.empty());

    /** Without a code. */
    public SignIn(
            boolean userPassword,
            Optional<Answer.Credentials> known,
            Optional<Answer.Text> keyPassphrase) {
        this(userPassword, known, keyPassphrase, Optional.empty(), Habits.USUAL);
    }

    /**
     * What becomes of what was typed.
     *
     * @param forgets it is for one session ({@code auth-nocache})
     * @param insists what was refused is tried again as it is ({@code auth-retry nointeract})
     */
    public record Habits(boolean forgets, boolean insists) {
        /** It is kept while the tunnel is wanted, and asked for again where it was refused. */
        public static final Habits USUAL = new Habits(false, false);
    }
}
