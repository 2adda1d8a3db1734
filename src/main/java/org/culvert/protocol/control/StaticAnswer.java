package org.culvert.protocol.control;

import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Password and code in one, as a server with a static challenge takes them (protocol 7.5; C: {@code
 * get_user_pass_static_challenge}). Credentials without a code stay as they are.
 */
public final class StaticAnswer {
    private StaticAnswer() {}

    /** {@code SCRV1:} and both in base64. */
    public static Answer.Credentials scrv1(Answer.Credentials typed) {
        return typed.code()
                .map(code -> joined(typed, "SCRV1:", base64(typed.password()), ":", base64(code)))
                .orElse(typed);
    }

    /** The code behind the password. */
    public static Answer.Credentials concat(Answer.Credentials typed) {
        return typed.code()
                .map(code -> joined(typed, "", typed.password(), "", code))
                .orElse(typed);
    }

    private static Secret base64(Secret plain) {
        return plain.use(octets -> {
            byte[] encoded = Base64.getEncoder().encode(octets);
            try {
                return Secret.of(encoded);
            } finally {
                Arrays.fill(encoded, (byte) 0);
            }
        });
    }

    private static Answer.Credentials joined(
            Answer.Credentials typed, String mark, Secret first, String between, Secret second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(mark.getBytes(StandardCharsets.US_ASCII));
        first.use(octets -> append(out, octets));
        out.writeBytes(between.getBytes(StandardCharsets.US_ASCII));
        second.use(octets -> append(out, octets));
        byte[] password = out.toByteArray();
        try {
            return new Answer.Credentials(typed.userName(), Secret.of(password), Optional.empty());
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static int append(ByteArrayOutputStream out, byte[] octets) {
        out.writeBytes(octets);
        return octets.length;
    }
}
