package org.culvert.cli;

import org.culvert.profile.Problem;
import org.culvert.profile.ProblemText;
import org.culvert.profile.Profile;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person should know of a profile: file, line, option, sentence. */
final class Report {
    private Report() {}

    static void print(Profile profile, Terminal terminal) {
        for (Problem problem : profile.problems()) {
            String place = profile.file() + (problem.line() > 0 ? ":" + problem.line() : "");
            String option = ProblemText.clean(problem.option());
            String sentence = ProblemText.of(problem, terminal.locale());
            terminal.say("  " + place + "  " + (option + "  " + sentence).strip());
        }
    }

    /** The same as data. */
    static List<Map<String, @Nullable Object>> rows(Profile profile, Terminal terminal) {
        return profile.problems().stream().map(p -> row(p, terminal)).toList();
    }

    private static Map<String, @Nullable Object> row(Problem problem, Terminal terminal) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("line", problem.line() == 0 ? null : problem.line());
        row.put("option", problem.option().isEmpty() ? null : problem.option());
        row.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        row.put("kind", problem.kind());
        row.put("text", ProblemText.of(problem, terminal.locale()));
        return row;
    }
}
