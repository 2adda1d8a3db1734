package org.culvert.desktop.tray;

import org.culvert.dbus.MenuEntry;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Foremost;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.ipc.State;
import org.culvert.spec.Drops;
import org.culvert.spec.Protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of the tray's menu with what each does. Only what works is there. A line keeps its
 * number as long as the program runs.
 */
final class TrayMenu {
    /** More would be a list, and the window has one. */
    static final int MOST_PROFILES = 8;

    private static final int FIRST_PROFILE = 100;

    private final Look look;
    private final TrayDeeds deeds;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A line and what it does. */
    record Line(MenuEntry entry, Runnable deed) {}

    /** Lines with numbers of their own, in the order of the menu; profiles stand before MORE. */
    private enum Fixed {
        STATE(1),
        RATES(2),
        HELP(3),
        FIRST_RULE(4),
        TRAFFIC(5),
        DISCONNECT(6),
        RECONNECT(7),
        SECOND_RULE(8),
        MORE(9),
        THIRD_RULE(10),
        IMPORT(11),
        OPEN(12),
        QUIT(13),
        DROPS(14),
        DROPS_RULE(15);

        private final int number;

        Fixed(int number) {
            this.number = number;
        }
    }

    TrayMenu(Look look, TrayDeeds deeds) {
        this.look = look;
        this.deeds = deeds;
    }

    /** The menu now. */
    List<Line> lines(
            TrayWords words,
            Optional<Foremost> foremost,
            List<ProfileCard> profiles,
            Connections connections) {
        var lines = new ArrayList<Line>();
        head(lines, words, foremost);
        lines.add(rule(Fixed.FIRST_RULE));
        lines.add(action(Fixed.TRAFFIC, look.text("tray.traffic"), () -> deeds.showTraffic(0, 0)));
        foremost.filter(one -> one.situation().busy()).ifPresent(one -> busy(lines, one));
        profiles(lines, foremost, profiles, connections);
        protection(lines, foremost, profiles);
        lines.add(rule(Fixed.THIRD_RULE));
        lines.add(action(Fixed.IMPORT, look.text("tray.import"), deeds::importFile));
        lines.add(action(Fixed.OPEN, look.text("tray.open"), deeds::open));
        lines.add(action(Fixed.QUIT, look.text("tray.quit"), deeds::quit));
        return List.copyOf(lines);
    }

    private void head(List<Line> lines, TrayWords words, Optional<Foremost> foremost) {
        lines.add(text(Fixed.STATE, words.state()));
        if (!words.rates().isEmpty()) {
            lines.add(text(Fixed.RATES, words.rates()));
        }
        if (foremost.filter(one -> one.situation().state() == State.FAILED).isPresent()) {
            lines.add(action(Fixed.HELP, look.text("tray.help"), deeds::open));
        }
    }

    private void busy(List<Line> lines, Foremost one) {
        boolean trying =
                switch (one.situation().state()) {
                    case CONNECTING, NEED_USER -> true;
                    case OFF, ON, DEGRADED, RECONNECTING, BLOCKED, FAILED -> false;
                };
        String end = look.text(trying ? "tray.cancel" : "tray.disconnect", one.name());
        lines.add(action(Fixed.DISCONNECT, end, () -> deeds.disconnect(one.name())));
        if (!trying) {
            String again = look.text("tray.reconnect");
            lines.add(action(Fixed.RECONNECT, again, () -> deeds.reconnect(one.name())));
        }
    }

    private void profiles(
            List<Line> lines,
            Optional<Foremost> foremost,
            List<ProfileCard> profiles,
            Connections connections) {
        List<ProfileCard> usable = profiles.stream().filter(p -> p.draft().isEmpty()).toList();
        List<ProfileCard> shown = chosen(usable, foremost);
        if (profiles.isEmpty()) {
            return;
        }
        lines.add(rule(Fixed.SECOND_RULE));
        for (ProfileCard profile : shown) {
            lines.add(profile(profile, connections.of(profile.name()).busy()));
        }
        if (shown.size() < profiles.size()) {
            lines.add(action(Fixed.MORE, look.text("tray.more"), deeds::open));
        }
    }

    /** The switch of the profile that the menu is about; it acts from the next connect on. */
    private void protection(
            List<Line> lines, Optional<Foremost> foremost, List<ProfileCard> profiles) {
        about(foremost, profiles)
                .ifPresent(card -> {
                    var kind =
                            card.protection().drops() == Drops.BLOCKED
                                    ? MenuEntry.Kind.CHECKED
                                    : MenuEntry.Kind.UNCHECKED;
                    boolean busy = foremost.filter(one -> one.situation().busy()).isPresent();
                    String label = look.text(busy ? "tray.blockNext" : "tray.block");
                    lines.add(rule(Fixed.DROPS_RULE));
                    lines.add(
                            new Line(
                                    new MenuEntry(Fixed.DROPS.number, kind, label),
                                    () -> switchDrops(card)));
                });
    }

    private void switchDrops(ProfileCard card) {
        Protection now = card.protection();
        deeds.protect(card, now.with(now.drops().other()));
    }

    /** The foremost profile, else the only one. */
    private static Optional<ProfileCard> about(
            Optional<Foremost> foremost, List<ProfileCard> profiles) {
        boolean only = foremost.isEmpty() && profiles.size() == 1;
        return profiles.stream()
                .filter(p ->
                        only || foremost.filter(one -> one.name().equals(p.name())).isPresent())
                .filter(p -> p.draft().isEmpty())
                .findFirst();
    }

    /** The first eight; the foremost is always among them. */
    private static List<ProfileCard> chosen(List<ProfileCard> all, Optional<Foremost> foremost) {
        if (all.size() <= MOST_PROFILES) {
            return all;
        }
        String first = foremost.map(Foremost::name).orElse("");
        List<ProfileCard> most = all.subList(0, MOST_PROFILES);
        Optional<ProfileCard> hidden =
                all.stream()
                        .filter(p -> p.name().equals(first))
                        .filter(p -> !most.contains(p))
                        .findFirst();
        return hidden.map(p -> Stream.concat(most.stream().limit(MOST_PROFILES - 1), Stream.of(p)))
                .orElseGet(most::stream)
                .toList();
    }

    private Line profile(ProfileCard profile, boolean busy) {
        boolean asks = profile.password() && !profile.passwordKnown() && !busy;
        String label = asks ? look.text("tray.asks", profile.name()) : profile.name();
        var kind = busy ? MenuEntry.Kind.CHECKED : MenuEntry.Kind.UNCHECKED;
        int number = numbers.computeIfAbsent(profile.id(), id -> FIRST_PROFILE + numbers.size());
        return new Line(new MenuEntry(number, kind, label), () -> deeds.toggle(profile));
    }

    private static Line action(Fixed line, String label, Runnable deed) {
        return new Line(new MenuEntry(line.number, MenuEntry.Kind.ACTION, label), deed);
    }

    private static Line text(Fixed line, String label) {
        return new Line(new MenuEntry(line.number, MenuEntry.Kind.TEXT, label), () -> {});
    }

    private static Line rule(Fixed line) {
        return new Line(new MenuEntry(line.number, MenuEntry.Kind.SEPARATOR, ""), () -> {});
    }
}
