package org.culvert.profile;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name that a profile gives itself: in a variable, or in a comment by some maker's habit. */
final class Title {
    private static final Pattern COMMENT =
            Pattern.compile(
                    "(?m)^\\s*#\\s*(?:OVPN_ACCESS_SERVER_FRIENDLY_NAME=|viscosity name )(.+)$");

    private Title() {}

    static Optional<String> of(Profile profile, String original) {
        Optional<String> variable =
                profile.all("setenv")
                        .filter(d -> d.argument(0).filter("FRIENDLY_NAME"::equals).isPresent())
                        .flatMap(d -> d.argument(1).stream())
                        .findFirst();
        Stream<String> comment = COMMENT.matcher(original).results().map(Title::name);
        return Stream.concat(variable.stream(), comment).filter(t -> !t.isBlank()).findFirst();
    }

    private static String name(MatchResult comment) {
        return comment.group(1).strip();
    }
}
