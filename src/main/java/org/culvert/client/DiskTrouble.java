package org.culvert.client;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** From what the disk refuses to a failure with words for people. */
public final class DiskTrouble {
    private DiskTrouble() {}

    /** That {@code file} cannot be read or written for {@code why}. */
    public static Failure with(String file, IOException why) {
        return new Failure.Unreadable(file, reason(why));
    }

    private static Phrase reason(IOException why) {
        return switch (why) {
            case AccessDeniedException _ -> Phrase.of(Phrase.Kind.FORBIDDEN);
            case NoSuchFileException _ -> Phrase.of(Phrase.Kind.ABSENT);
            default -> Phrase.said(String.valueOf(why.getMessage()));
        };
    }
}
