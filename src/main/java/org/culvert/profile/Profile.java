package org.culvert.profile;

import org.culvert.failure.Failure;

import java.util.List;
import java.util.Optional;

/**
 * A profile as it was read: its options in order and what a person should know of them.
 *
 * @param file the name of the file it came from, for messages
 */
public record Profile(String file, List<Directive> directives, List<Problem> problems) {
    /** Copies its lists. */
    public Profile {
        directives = List.copyOf(directives);
        problems = List.copyOf(problems);
    }

    /** A profile, or why the octets are none. */
    public sealed interface Result {}

    /** It is one. */
    public record Good(Profile profile) implements Result {}

    /** It is none. */
    public record Bad(Failure failure) implements Result {}

    /** Reads the octets of a file. */
    public static Result read(String file, byte[] octets) {
        return switch (ProfileText.of(octets)) {
            case ProfileText.NoProfile(var kind) -> new Bad(new Failure.NotAProfile(file, kind));
            case ProfileText.Text(String text, Optional<String> from) ->
                    Judgement.of(file, ProfileReader.read(file, text), from);
        };
    }

    /** The last option of that name outside connection blocks. */
    public Optional<Directive> last(String name) {
        return all(name).reduce((_, second) -> second);
    }

    /** The last inline block of that name anywhere, or the last option if none is inline. */
    public Optional<Directive> part(String name) {
        List<Directive> named = directives.stream().filter(d -> d.name().equals(name)).toList();
        return named.stream()
                .filter(d -> d.block().isPresent())
                .reduce((_, b) -> b)
                .or(() -> named.stream().reduce((_, b) -> b));
    }

    /** Where the option stands first, which is where the text names it. */
    Spot spot(String name) {
        return directives.stream()
                .filter(d -> d.name().equals(name))
                .map(Directive::spot)
                .findFirst()
                .orElse(Spot.whole(file));
    }

    /** Whether the option stands anywhere. */
    public boolean has(String name) {
        return directives.stream().anyMatch(d -> d.name().equals(name));
    }

    /** All options of that name outside connection blocks. */
    public java.util.stream.Stream<Directive> all(String name) {
        return directives.stream().filter(d -> d.connection() == 0 && d.name().equals(name));
    }

    /** Where a line stands, for failures. */
    public Failure.Place place(Directive directive) {
        return new Failure.Place(directive.spot().file(), directive.line());
    }
}
