package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.culvert.profile.Problem.Kind;
import org.culvert.profile.Problem.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges each option of a profile by the table and says what a person should know. */
final class Judgement {
    /** Programs of distributions that set DNS; we set it ourselves. */
    private static final Pattern SETS_DNS =
            Pattern.compile(".*update-(resolv-conf|systemd-resolved)(\\.sh)?");

    private static final Set<String> INSECURE = Set.of("static", "iv", "replay");

    private final List<Problem> problems;
    private final Set<String> excused = new HashSet<>();
    private final boolean forgiving;
    private final boolean namesServer;

    private Judgement(List<Directive> directives, List<Problem> problems) {
        this.problems = new ArrayList<>(problems);
        this.namesServer = directives.stream().anyMatch(d -> d.name().equals("remote"));
        this.forgiving =
                directives.stream()
                        .anyMatch(d -> d.text().startsWith("setenv FORWARD_COMPATIBLE 1"));
        directives.stream()
                .filter(d -> d.name().equals("ignore-unknown-option"))
                .forEach(d -> excused.addAll(d.arguments()));
    }

    static Profile.Result of(String file, ProfileReader.Read read, Optional<String> converted) {
        boolean known =
                read.directives().stream()
                        .anyMatch(d -> OptionTable.of(d.name()).verdict() != Verdict.UNKNOWN);
        if (!known) {
            return new Profile.Bad(new Failure.NotAProfile(file, FileKind.OTHER_TEXT));
        }
        var judgement = new Judgement(read.directives(), read.problems());
        converted.ifPresent(from ->
                judgement.problems.add(
                        new Problem(Spot.whole(file), "", Severity.NOTE, Kind.CONVERTED, from)));
        read.directives().forEach(judgement::judge);
        judgement.problems.addAll(
                new Whole(new Profile(file, read.directives(), List.of())).problems());
        judgement.problems.sort(Comparator.comparingInt(Problem::line));
        return new Profile.Good(new Profile(file, read.directives(), judgement.problems));
    }

    private void judge(Directive d) {
        OptionTable.Row row = OptionTable.of(d.name());
        boolean knownBlock = row.inline() || row.verdict() == Verdict.UNKNOWN;
        if (d.block().isPresent() && !knownBlock && !excused.contains(d.name())) {
            add(d, Severity.ERROR, Kind.NOT_INLINE);
        } else if (d.connection() > 0 && !row.inConnection() && !d.optional()) {
            add(d, Severity.ERROR, Kind.MISPLACED);
        } else {
            judge(d, row.verdict());
        }
    }

    private void judge(Directive d, Verdict verdict) {
        switch (verdict) {
            case USED -> Arguments.check(d).ifPresent(problems::add);
            case KEPT -> kept(d);
            case NEVER -> never(d);
            case REFUSED -> add(d, Severity.ERROR, refusal(d));
            case SERVER -> server(d);
            case UNKNOWN -> unknown(d);
        }
    }

    private void kept(Directive d) {
        switch (d.text().toLowerCase(Locale.ROOT)) {
            case "mode server" -> add(d, Severity.ERROR, Kind.SERVER);
            case "key-method 1" -> add(d, Severity.ERROR, Kind.INSECURE);
            default -> add(d, Severity.NOTE, Kind.KEPT);
        }
    }

    private void never(Directive d) {
        boolean harmless =
                d.name().equals("dns-updown")
                        && d.argument(0).filter(Set.of("disable", "force")::contains).isPresent();
        if (harmless) {
            add(d, Severity.NOTE, Kind.KEPT);
        } else if (SETS_DNS.matcher(d.argument(0).orElse("")).matches()) {
            add(d, Severity.NOTE, Kind.DNS_PROGRAM);
        } else {
            add(d, Severity.WARNING, Kind.NEVER_HONOURED);
        }
    }

    private static Kind refusal(Directive d) {
        Optional<String> why = OptionTable.of(d.name()).why();
        return why.filter(INSECURE::contains).isPresent() ? Kind.INSECURE : Kind.NOT_SUPPORTED;
    }

    private void server(Directive d) {
        if (!namesServer || OptionTable.of(d.name()).onlyServers()) {
            add(d, Severity.ERROR, Kind.SERVER);
        } else {
            add(d, Severity.WARNING, Kind.SERVER_OPTION);
        }
    }

    private void unknown(Directive d) {
        boolean forgiven = d.optional() || forgiving || excused.contains(d.name());
        Optional<String> meant = Suggestions.of(d.name());
        if (!forgiven && looksLikeProtection(d.name())) {
            add(d, Severity.ERROR, Kind.UNKNOWN_PROTECTION);
        } else if (meant.isPresent()) {
            add(d, Severity.WARNING, Kind.UNKNOWN_MEANT, meant.get());
        } else {
            add(d, forgiven ? Severity.NOTE : Severity.WARNING, Kind.UNKNOWN);
        }
    }

    private static boolean looksLikeProtection(String name) {
        return name.matches(".*(cert|tls|verify|crypt|key|auth).*");
    }

    private void add(Directive d, Severity severity, Kind kind) {
        add(d, severity, kind, String.join(" ", d.arguments()));
    }

    private void add(Directive d, Severity severity, Kind kind, String detail) {
        problems.add(new Problem(d.spot(), d.name(), severity, kind, detail));
    }
}
