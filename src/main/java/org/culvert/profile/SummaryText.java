package org.culvert.profile;

import org.culvert.net.Route;
import org.culvert.spec.Remote;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** A summary in plain words, in English or Chinese. */
public final class SummaryText {
    private static final int MOST = 3;

    private final Summary summary;
    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter days;
    private final Instant now;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One sentence.
     *
     * @param name what it is about
     * @param remark whether it is worth a look
     */
    public record Line(String name, String text, boolean remark) {}

    private SummaryText(Summary summary, Locale locale, Instant now, ZoneId zone) {
        this.summary = summary;
        this.locale = locale;
        this.now = now;
        boolean chinese = locale.getLanguage().equals("zh");
        bundle =
                ResourceBundle.getBundle(
                        "org.culvert.profile.Summary",
                        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
        days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone);
    }

    /** The sentences of {@code summary} at {@code now}; days are those of {@code zone}. */
    public static List<Line> of(Summary summary, Locale locale, Instant now, ZoneId zone) {
        return new SummaryText(summary, locale, now, zone).lines();
    }

    private List<Line> lines() {
        plain("traffic", traffic());
        plain("signIn", signIn());
        plain("dns", dns());
        if (!summary.servers().isEmpty()) {
            plain("server", servers());
        }
        say("check", text("check." + summary.check()), summary.check() == Summary.Check.NONE);
        summary.signIn().certificate().ifPresent(this::certificate);
        summary.legacy().forEach(this::legacy);
        return List.copyOf(lines);
    }

    private void plain(String about, String text) {
        say(about, text, false);
    }

    private void say(String about, String text, boolean remark) {
        lines.add(new Line(text(about), text, remark));
    }

    private String traffic() {
        List<Route> networks = summary.networks();
        if (summary.traffic() == Summary.Traffic.EVERYTHING || networks.isEmpty()) {
            return text("traffic." + summary.traffic());
        }
        return text(
                "traffic." + summary.traffic() + ".named",
                several(networks.stream().map(Route::destination).toList()));
    }

    private String several(List<?> things) {
        String named =
                things.stream()
                        .limit(MOST)
                        .map(Object::toString)
                        .map(ProblemText::clean)
                        .collect(Collectors.joining(text("list")));
        return things.size() <= MOST ? named : text("more", named, things.size() - MOST);
    }

    private String signIn() {
        var ways = new ArrayList<String>();
        summary.signIn()
                .certificate()
                .ifPresent(own -> ways.add(text("signIn.certificate", own.name())));
        if (summary.signIn().passphrase()) {
            ways.add(text("signIn.passphrase"));
        }
        if (summary.signIn().password()) {
            ways.add(text(summary.signIn().known() ? "signIn.known" : "signIn.password"));
        }
        if (summary.signIn().code()) {
            ways.add(text("signIn.code"));
        }
        return ways.isEmpty() ? text("signIn.none") : String.join(text("list"), ways);
    }

    private String dns() {
        if (summary.dns().isEmpty()) {
            return text(summary.takesDns() ? "dns.told" : "dns.unchanged");
        }
        return text(summary.takesDns() ? "dns.both" : "dns.own", several(summary.dns()));
    }

    private String servers() {
        return several(summary.servers().stream().map(SummaryText::server).distinct().toList());
    }

    private static String server(Remote remote) {
        return remote.host() + " " + remote.transport() + " " + remote.port();
    }

    private void certificate(Summary.Certificate own) {
        boolean ended = now.isAfter(own.until());
        boolean early = now.isBefore(own.from());
        String key = ended ? "certificate.ended" : "certificate.until";
        String text =
                early
                        ? text("certificate.from", days.format(own.from()))
                        : text(key, days.format(own.until()));
        say("certificate", text, ended || early);
    }

    private void legacy(Legacy legacy) {
        say("legacy", text("legacy." + legacy.kind(), legacy.word()), true);
    }

    private String text(String key, Object... gaps) {
        Object[] clean = new Object[gaps.length];
        for (int i = 0; i < gaps.length; i++) {
            clean[i] = gaps[i] instanceof Integer ? gaps[i] : String.valueOf(gaps[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(clean);
    }
}
