package org.culvert.desktop.tray;

import org.culvert.dbus.MenuEntry;
import org.culvert.dbus.TrayPicture;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Foremost;
import org.culvert.desktop.connection.Situation;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Scheme;
import org.culvert.ipc.State;

import java.util.List;
import java.util.Optional;

/**
 * What the tray shows, and what its lines do. States are told at once, rates on the beat only.
 * Knows no bus and no node; used on one thread.
 */
final class TrayModel {
    private final Look look;
    private final Connections connections;
    private final TrayDeeds deeds;
    private final TrayMenu menu;
    private final IconTheme theme;
    private final TrayIcons icons = new TrayIcons();
    private List<ProfileCard> profiles = List.of();
    private List<TrayMenu.Line> lines = List.of();
    private TrayWords said = new TrayWords("", "");

    TrayModel(Look look, Connections connections, IconTheme theme, TrayDeeds deeds) {
        this.look = look;
        this.connections = connections;
        this.theme = theme;
        this.deeds = deeds;
        this.menu = new TrayMenu(look, deeds);
    }

    /** Takes all stored profiles, the most used first. */
    void profiles(List<ProfileCard> all) {
        profiles = List.copyOf(all);
    }

    /** The picture after a change: rates stay as they were said. */
    TrayPicture changed() {
        return picture(words().withRatesOf(said));
    }

    /** The picture on the beat: rates are said anew. */
    TrayPicture beat() {
        return picture(words());
    }

    private TrayWords words() {
        return TrayWords.of(foremost(), connections, look);
    }

    private Optional<Foremost> foremost() {
        return Foremost.of(connections, profiles);
    }

    private TrayPicture picture(TrayWords words) {
        said = words;
        Optional<Foremost> foremost = foremost();
        State state = foremost.map(Foremost::situation).map(Situation::state).orElse(State.OFF);
        lines = menu.lines(words, foremost, profiles, connections);
        List<MenuEntry> entries = lines.stream().map(TrayMenu.Line::entry).toList();
        Scheme panel = theme.panelIsDark() ? Scheme.DARK : look.theme().system().get();
        return new TrayPicture(
                state == State.NEED_USER || state == State.BLOCKED,
                theme.nameOf(state),
                icons.of(state, panel),
                words.state(),
                words.rates(),
                entries);
    }

    /** Does what the line with the number {@code id} says; a line that has gone does nothing. */
    void choose(int id) {
        lines.stream()
                .filter(line -> line.entry().id() == id)
                .findFirst()
                .ifPresent(line -> line.deed().run());
    }

    /** The middle button: ends what is under way, or connects the most used profile. */
    void toggle() {
        Optional<Foremost> busy = foremost().filter(one -> one.situation().busy());
        busy.ifPresentOrElse(
                one -> deeds.disconnect(one.name()),
                () ->
                        profiles.stream()
                                .filter(p -> p.draft().isEmpty())
                                .findFirst()
                                .ifPresent(deeds::toggle));
    }
}
