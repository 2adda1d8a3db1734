package org.culvert.protocol.control;

import org.culvert.secret.Secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a server wants to see instead of the password from now on (protocol 7.6).
 *
 * @param userName in place of the one used before; empty: that one
 */
public record AuthToken(Optional<String> userName, Secret token) {
    /** The token among pushed options. */
    public static Optional<AuthToken> of(List<String> options) {
        Optional<String> user = value(options, "auth-token-user").flatMap(AuthToken::decoded);
        return value(options, "auth-token").map(token -> new AuthToken(user, Secret.ofUtf8(token)));
    }

    private static Optional<String> value(List<String> options, String name) {
        return options.stream()
                .map(option -> PushWords.words(option).orElse(List.of()))
                .filter(words -> words.size() == 2 && words.getFirst().equals(name))
                .map(List::getLast)
                .findFirst();
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] name = Base64.getDecoder().decode(base64);
            return Optional.of(new String(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
