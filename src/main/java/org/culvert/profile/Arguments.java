package org.culvert.profile;

import org.culvert.profile.Problem.Kind;

import java.util.List;
import java.util.Optional;

/**
 * Holds the words of an option against its row of the table: a kind for each word, a question mark
 * where it may be absent, or the one name of a check in {@link Values}.
 */
final class Arguments {
    private Arguments() {}

    static Optional<Problem> check(Directive d) {
        List<String> wanted = OptionTable.of(d.name()).arguments();
        String first = wanted.getFirst();
        if (d.block().isPresent() || first.equals("any")) {
            return Optional.empty();
        }
        if (first.startsWith("@")) {
            return Values.check(d, first.substring(1));
        }
        return compared(d, first.equals("none") ? List.of() : wanted);
    }

    private static Optional<Problem> compared(Directive d, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!isGood(wanted.get(i), d.argument(i))) {
                return Optional.of(bad(d, wanted.get(i), i));
            }
        }
        return d.arguments().size() > wanted.size() ? tooMany(d, wanted.size()) : Optional.empty();
    }

    private static boolean isGood(String kind, Optional<String> word) {
        return kind.endsWith("?")
                ? word.filter(w -> !isOne(kind.substring(0, kind.length() - 1), w)).isEmpty()
                : word.filter(w -> isOne(kind, w)).isPresent();
    }

    /** What the reference takes for zero is the usual value here. */
    private static Problem bad(Directive d, String kind, int i) {
        boolean harmless = kind.startsWith("number") && d.argument(i).isPresent();
        return harmless
                ? Values.problem(d, Problem.Severity.WARNING, Kind.NO_NUMBER, d.text())
                : Values.problem(
                        d, Problem.Severity.ERROR, Kind.BAD_VALUE, String.join(" ", d.arguments()));
    }

    private static Optional<Problem> tooMany(Directive d, int wanted) {
        List<String> rest = d.arguments().subList(wanted, d.arguments().size());
        return Values.warning(d, Kind.PARTLY, String.join(" ", rest));
    }

    private static boolean isOne(String kind, String word) {
        return switch (kind) {
            case "number" -> Numbers.of(word).isPresent();
            case "port" -> Remotes.port(word).isPresent();
            case "local-port" -> word.equals("0") || Remotes.port(word).isPresent();
            case "word", "file" -> !word.isEmpty();
            default ->
                    List.of(kind.split("\\|", -1)).contains(word)
                            || (kind.startsWith("number|") && Numbers.of(word).isPresent());
        };
    }
}
