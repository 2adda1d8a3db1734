package org.culvert.profile;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentence of a problem, in English or Chinese. */
public final class ProblemText {
    private ProblemText() {}

    /** One sentence; what came from the file is cut to 60 characters without controls. */
    public static String of(Problem problem, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        var bundle =
                ResourceBundle.getBundle(
                        "org.culvert.profile.Problems",
                        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
        return MessageFormat.format(
                bundle.getString(key(problem, bundle)),
                clean(problem.option()),
                clean(problem.detail()));
    }

    /** The sentence that the option's row names for this kind, or the one of the kind. */
    private static String key(Problem problem, ResourceBundle bundle) {
        String kind = problem.kind().name();
        return OptionTable.of(problem.option())
                .why()
                .map(why -> kind + "." + why)
                .filter(bundle::containsKey)
                .orElse(kind);
    }

    /** Text of a file that can be shown: no controls, no direction marks, 60 characters. */
    public static String clean(String text) {
        String plain =
                text.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .limit(61)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }
}
