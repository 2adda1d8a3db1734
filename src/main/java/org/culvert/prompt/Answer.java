package org.culvert.prompt;

import org.culvert.secret.Secret;

import java.util.Optional;

/** What a person answered to a {@link Question}. */
public sealed interface Answer {
    /** User name, password and, where one was asked for, the code. */
    record Credentials(String userName, Secret password, Optional<Secret> code) implements Answer {}

    /** A code or passphrase. */
    record Text(Secret text) implements Answer {}

    /** Yes, go on. */
    record Accepted() implements Answer {}

    /** No; the attempt ends. */
    record Cancelled() implements Answer {}
}
