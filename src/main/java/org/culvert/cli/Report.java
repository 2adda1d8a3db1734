package org.culvert.cli;

import org.culvert.profile.Problem;
import org.culvert.profile.ProblemText;
import org.culvert.profile.Profile;
import org.culvert.profile.Spot;
import org.culvert.profile.Summary;
import org.culvert.profile.SummaryText;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person should know of a profile: file, line, option, sentence. */
final class Report {
    private Report() {}

    /** What the profile means, one sentence a line. */
    static void meaning(Profile profile, Terminal terminal) {
        List<SummaryText.Line> means =
                SummaryText.of(
                        Summary.of(profile),
                        terminal.locale(),
                        Instant.now(),
                        ZoneId.systemDefault());
        means.forEach(line -> terminal.say("  " + line.name() + ": " + line.text()));
    }

    static void print(Profile profile, Terminal terminal) {
        for (Problem problem : profile.problems()) {
            String place = place(problem.spot());
            String option = ProblemText.clean(problem.option());
            String sentence = ProblemText.of(problem, terminal.locale());
            terminal.say("  " + place + "  " + (option + "  " + sentence).strip());
        }
    }

    private static String place(Spot spot) {
        String line = spot.line() > 0 ? ":" + spot.line() : "";
        return ProblemText.clean(spot.file())
                + line
                + (spot.column() > 0 ? ":" + spot.column() : "");
    }

    /** The same as data. */
    static List<Map<String, @Nullable Object>> rows(Profile profile, Terminal terminal) {
        return profile.problems().stream().map(p -> row(p, terminal)).toList();
    }

    private static Map<String, @Nullable Object> row(Problem problem, Terminal terminal) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("file", problem.spot().file());
        row.put("line", problem.line() == 0 ? null : problem.line());
        row.put("column", problem.spot().column() == 0 ? null : problem.spot().column());
        row.put("option", problem.option().isEmpty() ? null : problem.option());
        row.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        row.put("kind", problem.kind());
        row.put("text", ProblemText.of(problem, terminal.locale()));
        return row;
    }
}
