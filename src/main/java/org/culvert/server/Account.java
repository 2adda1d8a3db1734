package org.culvert.server;

import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;

import java.util.Optional;

/** The one who may sign in, besides showing a certificate. */
record Account(String name, Secret password) {
    /** Whether these are his; a wrong password takes the same time wherever it differs. */
    boolean fits(Optional<Answer.Credentials> shown) {
        return shown.filter(given -> given.password().equals(password))
                .filter(given -> given.userName().equals(name))
                .isPresent();
    }
}
