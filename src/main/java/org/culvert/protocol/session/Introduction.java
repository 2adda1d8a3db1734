package org.culvert.protocol.session;

import org.culvert.prompt.Answer;

import java.util.Optional;

/**
 * What we say of ourselves in every key method 2.
 *
 * @param options our options string
 * @param credentials of a client that signs in
 * @param peerInfo lines of a client
 */
public record Introduction(
        String options, Optional<Answer.Credentials> credentials, String peerInfo) {
    /** What a server says. */
    public static Introduction ofServer(String options) {
        return new Introduction(options, Optional.empty(), "");
    }

    /** The same with other credentials. */
    Introduction with(Answer.Credentials others) {
        return new Introduction(options, Optional.of(others), peerInfo);
    }
}
