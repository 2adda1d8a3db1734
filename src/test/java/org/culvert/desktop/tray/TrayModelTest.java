package org.culvert.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.dbus.MenuEntry;
import org.culvert.dbus.TrayPicture;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;
import org.culvert.spec.Drops;
import org.culvert.spec.Protection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

class TrayModelTest {
    private final Connections connections = new Connections();
    private final Done done = new Done();

    private TrayModel model(Locale locale) {
        return model(locale, Map.of());
    }

    private TrayModel model(Locale locale, Map<String, String> environment) {
        Look look = Sample.look(locale);
        var model = new TrayModel(look, connections, new IconTheme(environment), done);
        model.profiles(Sample.cards(locale));
        return model;
    }

    private void tell(String profile, State state) {
        tell(profile, state, null);
    }

    private void tell(String profile, State state, @Nullable Failure failure) {
        connections.tell(List.of(Sample.connection(profile, state, 3, failure)));
    }

    private static List<String> lines(TrayPicture picture) {
        return picture.menu().stream().map(TrayModelTest::line).toList();
    }

    private static String line(MenuEntry entry) {
        return switch (entry.kind()) {
            case TEXT -> "(" + entry.label() + ")";
            case ACTION, UNCHECKED -> entry.label();
            case CHECKED -> "[" + entry.label() + "]";
            case SEPARATOR -> "-";
        };
    }

    private static int id(TrayPicture picture, String label) {
        return picture.menu().stream()
                .filter(entry -> entry.label().equals(label))
                .mapToInt(MenuEntry::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void offOffersProfilesAndNothingThatCannotBeDone() {
        TrayPicture picture = model(Locale.ENGLISH).beat();

        assertEquals("Culvert · Not connected", picture.title());
        assertEquals("", picture.text());
        assertEquals(
                List.of(
                        "(Culvert · Not connected)",
                        "-",
                        "Show traffic",
                        "-",
                        "Client B",
                        "Home router",
                        "Office",
                        "Old site",
                        "University (asks for a password)",
                        "More profiles…",
                        "-",
                        "Import profile…",
                        "Open Culvert",
                        "Quit"),
                lines(picture));
    }

    @Test
    void onTellsRatesAndOffersItsEnd() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.ON);
        connections.sample("c-Office", new TrafficSample(1000, 1000, 525_000, 38_750, 0, 0, 24));

        TrayPicture picture = model.beat();

        assertTrue(picture.title().startsWith("Office · Connected"), picture.title());
        assertEquals("↓ 4.20   ↑ 0.31 Mbit/s   24 ms", picture.text());
        assertEquals("Disconnect Office", lines(picture).get(4));
        assertEquals("Reconnect", lines(picture).get(5));
        assertTrue(lines(picture).contains("[Office]"));
        assertFalse(picture.urgent());
    }

    @Test
    void theForemostProfilesProtectionIsSwitchedFromTheMenu() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.FAILED);
        TrayPicture on = model.changed();
        assertTrue(lines(on).contains("[Block traffic if the VPN drops]"), lines(on)::toString);
        model.choose(id(on, "Block traffic if the VPN drops"));
        assertEquals("drops Office LET_OUT", done.next());

        model.profiles(
                Sample.cards(Locale.ENGLISH).stream()
                        .map(card -> card.withProtection(Protection.USUAL.with(Drops.LET_OUT)))
                        .toList());
        TrayPicture off = model.changed();
        assertTrue(lines(off).contains("Block traffic if the VPN drops"), lines(off)::toString);
        model.choose(id(off, "Block traffic if the VPN drops"));
        assertEquals("drops Office BLOCKED", done.next());
    }

    @Test
    void theFailureOfAProfileThatHasGoneIsNotShown() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Renamed since", State.FAILED);
        assertEquals("Culvert · Not connected", model.changed().title());

        tell("Renamed since", State.ON);
        assertTrue(model.changed().title().startsWith("Renamed since"));
    }

    @Test
    void ratesChangeOnTheBeatOnlyAndStatesAtOnce() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.ON);
        connections.sample("c-Office", new TrafficSample(1000, 1000, 525_000, 38_750, 0, 0, 24));
        String first = model.beat().text();
        connections.sample("c-Office", new TrafficSample(2000, 1000, 0, 0, 0, 0, 24));

        assertEquals(first, model.changed().text());
        assertEquals("↓ 0   ↑ 0   24 ms", model.beat().text());
        tell("Office", State.RECONNECTING);
        TrayPicture lost = model.changed();
        assertEquals("", lost.text());
        assertTrue(lost.title().contains("Reconnecting"), lost.title());
    }

    @Test
    void connectingCanBeStoppedAndNotReconnected() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.CONNECTING);

        List<String> lines = lines(model.changed());

        assertTrue(lines.contains("Stop connecting Office"), lines::toString);
        assertFalse(lines.contains("Reconnect"), lines::toString);
    }

    @Test
    void aFailureTellsItsSentenceAndOffersHelp() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.FAILED, Sample.noAnswer());

        TrayPicture picture = model.changed();

        assertTrue(picture.title().startsWith("Office · "), picture.title());
        assertEquals("What can I do?…", lines(picture).get(1));
        model.choose(id(picture, "What can I do?…"));
        assertEquals("open", done.next());
    }

    @Test
    void whatWaitsForAPersonIsUrgentAndComesFirst() {
        TrayModel model = model(Locale.ENGLISH);
        connections.tell(
                List.of(
                        Sample.connection("Office", State.ON, null, null),
                        Sample.connection("University", State.NEED_USER, 4, null)));

        TrayPicture picture = model.changed();

        assertTrue(picture.urgent());
        assertEquals("University · Waiting for you", picture.title());
    }

    @Test
    void eachLineDoesWhatItSays() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.ON);
        TrayPicture picture = model.changed();

        for (String label :
                List.of(
                        "Show traffic",
                        "Disconnect Office",
                        "Reconnect",
                        "Client B",
                        "More profiles…",
                        "Import profile…",
                        "Open Culvert",
                        "Quit")) {
            model.choose(id(picture, label));
        }

        for (String deed :
                List.of(
                        "traffic 0 0",
                        "disconnect Office",
                        "reconnect Office",
                        "toggle Client B",
                        "open",
                        "import",
                        "open",
                        "quit")) {
            assertEquals(deed, done.next());
        }
    }

    @Test
    void aLineThatHasGoneDoesNothing() {
        TrayModel model = model(Locale.ENGLISH);
        tell("Office", State.ON);
        int disconnect = id(model.changed(), "Disconnect Office");
        tell("Office", State.OFF);
        model.changed();

        model.choose(disconnect);

        assertTrue(done.isEmpty());
    }

    @Test
    void aProfileKeepsItsNumber() {
        TrayModel model = model(Locale.ENGLISH);
        int before = id(model.changed(), "Office");
        model.profiles(Sample.cards(Locale.ENGLISH).reversed());

        assertEquals(before, id(model.changed(), "Office"));
    }

    @Test
    void eightProfilesAreEnoughAndTheForemostIsAmongThem() {
        TrayModel model = model(Locale.ENGLISH);
        List<ProfileCard> twelve =
                IntStream.range(0, 12).mapToObj(i -> Sample.card("P" + i, "h")).toList();
        model.profiles(twelve);
        tell("P11", State.ON);

        List<String> lines = lines(model.changed());

        assertEquals(
                List.of("P0", "P1", "P2", "P3", "P4", "P5", "P6", "[P11]", "More profiles…"),
                lines.subList(lines.indexOf("P0"), lines.indexOf("P0") + 9));
    }

    @Test
    void theMiddleButtonEndsWhatRunsOrConnectsTheFirst() {
        TrayModel model = model(Locale.ENGLISH);
        model.toggle();
        assertEquals("toggle Client B", done.next());
        tell("Office", State.ON);
        model.toggle();
        assertEquals("disconnect Office", done.next());
    }

    @Test
    void itSpeaksChinese() {
        TrayModel model = model(Locale.SIMPLIFIED_CHINESE);
        tell("公司", State.ON);

        List<String> lines = lines(model.beat());

        assertTrue(lines.getFirst().startsWith("(公司 · 已连接"), lines::toString);
        assertTrue(lines.contains("断开 公司"), lines::toString);
        assertTrue(lines.contains("退出"), lines::toString);
    }

    @Test
    void theIconIsDarkOnALightPanelAndLightOnGnomes() {
        TrayPicture light = model(Locale.ENGLISH).beat();
        TrayPicture gnome =
                model(Locale.ENGLISH, Map.of("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")).beat();

        assertEquals("", light.iconName());
        assertFalse(light.pixmaps().equals(gnome.pixmaps()));
    }
}
