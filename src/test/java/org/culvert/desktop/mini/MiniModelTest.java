package org.culvert.desktop.mini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class MiniModelTest {
    private final Connections connections = new Connections();
    private final List<ProfileCard> cards = Sample.cards(Locale.ENGLISH);
    private final MiniModel model = new MiniModel(Sample.look(Locale.ENGLISH), connections);

    private void tell(String profile, State state) {
        connections.tell(List.of(Sample.connection(profile, state, 3, null)));
    }

    private MiniFace face() {
        return model.face().orElseThrow();
    }

    @Test
    void withoutProfilesThereIsNothingToSay() {
        assertEquals(Optional.empty(), model.face());
    }

    @Test
    void offOffersTheFirstProfileOrThePreferredOne() {
        model.profiles(cards);
        assertEquals("Client B", face().name());
        model.prefer(cards.get(2));
        assertEquals("Office", face().name());
        assertEquals(Headline.Button.CONNECT, face().button());
        assertEquals(Optional.empty(), face().flow());
        assertTrue(model.graph().over().get());
    }

    @Test
    void aTunnelComesFirstAndStaysWhenItIsOver() {
        model.profiles(cards);
        tell("University", State.ON);
        Sample.traffic(connections, "c-University", Duration.ZERO);

        MiniFace on = face();
        assertEquals("University", on.name());
        assertEquals("Connected · 1:12:00", on.line());
        assertEquals("1.83 GB", on.flow().orElseThrow().down());
        assertFalse(model.graph().over().get());

        tell("University", State.OFF);
        assertEquals("University", face().name());
        assertTrue(model.graph().over().get());
        assertTrue(model.track().isPresent());
    }

    @Test
    void aTunnelWithoutAStoredProfileIsShownToo() {
        tell("by command line", State.ON);

        assertEquals("by command line", face().name());
        assertEquals(Headline.Button.DISCONNECT, face().button());
    }

    @Test
    void aFailureTellsWhy() {
        model.profiles(cards);
        connections.tell(List.of(Sample.connection("Office", State.FAILED, 2, Sample.noAnswer())));

        assertEquals("The server does not answer", face().failure());
    }

    @Test
    void draftsCannotBeSwitchedTo() {
        model.profiles(cards);

        assertEquals(
                List.of("Client B", "Home router", "Office", "Old site", "University"),
                model.others().stream().map(ProfileCard::name).toList());
    }
}
