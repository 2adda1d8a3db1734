package org.culvert.protocol.control;

import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A server's question for a code, answered once in a new connection (protocol 7.5; C: {@code
 * parse_auth_challenge}).
 *
 * @param stateId names the question to the server
 * @param userName whom it asks
 * @param text the question, unescaped
 * @param echo what is typed may be seen
 */
public record DynamicChallenge(String stateId, String userName, String text, boolean echo) {
    private static final String MARK = "CRV1:";
    private static final int PARTS = 4;

    /** The question in {@code CRV1:flags:state:user:text}; empty if it is none. */
    public static Optional<DynamicChallenge> parse(String reason) {
        if (!reason.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] parts = reason.substring(MARK.length()).split(":", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            byte[] user = Base64.getDecoder().decode(parts[2]);
            boolean echo = List.of(parts[0].split(",", -1)).contains("E");
            return Optional.of(
                    new DynamicChallenge(
                            parts[1], new String(user, StandardCharsets.UTF_8), parts[3], echo));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is sent to sign in with this code. */
    public Answer.Credentials answer(Secret code) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("CRV1::" + stateId + "::").getBytes(StandardCharsets.UTF_8));
        code.use(octets -> {
            out.writeBytes(octets);
            return octets.length;
        });
        byte[] password = out.toByteArray();
        try {
            return new Answer.Credentials(userName, Secret.of(password), Optional.empty());
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
