package org.culvert.prompt;

import java.util.Optional;

/** What a person can be asked while a tunnel comes up. Texts of a server come unescaped. */
public sealed interface Question {
    /**
     * User name and password.
     *
     * @param userName already known, shown and editable
     * @param rejected why the last answer was not taken
     * @param challenge a static challenge asked in the same dialog (SCRV1)
     */
    record Credentials(
            Optional<String> userName, Optional<Rejection> rejected, Optional<Challenge> challenge)
            implements Question {}

    /**
     * Why an answer was not taken.
     *
     * @param code of the failure that it is, {@code AUTH-3} for instance
     * @param serverText the server's own words, may be empty
     */
    record Rejection(String code, String serverText) {}

    /** A code that the server asks for; {@code echo}: what is typed may be seen. */
    record Challenge(String text, boolean echo) implements Question {}

    /** The passphrase of the profile's private key. */
    record KeyPassphrase(boolean rejected) implements Question {}

    /**
     * User name and password for the proxy on the way, which are for nobody else.
     *
     * @param proxy its host and port
     * @param userName already known, shown and editable
     * @param rejected whether the last answer was not taken
     */
    record ProxyCredentials(String proxy, Optional<String> userName, boolean rejected)
            implements Question {}

    /** The profile has no way to know its server: go on all the same? */
    record TrustUnverified() implements Question {}

    /** The server asks for a page to be opened; {@code secondsLeft} as it told. */
    record OpenPage(String url, int secondsLeft) implements Question {}
}
