package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class FirstLookTest {
    private final Look look = Sample.look(Locale.ENGLISH);
    private final ProfileListModel profiles =
            Fx.on(() -> new ProfileListModel(look, new MemoryShelf(List.of()), new Connections()));
    private final FirstLook first = new FirstLook(profiles, () -> Optional.of("Lab"));

    @Test
    void theProfileThatCameLastIsSelected() {
        tellProfiles();

        assertEquals(Optional.of("Lab"), selected());
    }

    @Test
    void aTunnelThatIsThereComesBeforeIt() {
        tellProfiles();
        first.connections(List.of(connection(State.ON)));
        assertEquals(Optional.of("Office"), selected());
    }

    @Test
    void theHelperMayAnswerBeforeTheDisk() {
        first.connections(List.of(connection(State.RECONNECTING)));
        tellProfiles();

        assertEquals(Optional.of("Office"), selected());
    }

    @Test
    void whatIsOverIsNoTunnel() {
        tellProfiles();
        first.connections(List.of(connection(State.FAILED)));

        assertEquals(Optional.of("Lab"), selected());
    }

    @Test
    void laterNewsSelectNothing() {
        tellProfiles();
        first.connections(List.of());
        profiles.select(profiles.withId("Home").orElseThrow());

        first.connections(List.of(connection(State.ON)));
        tellProfiles();

        assertEquals(Optional.of("Home"), selected());
    }

    private static Connection connection(State state) {
        return Sample.connection("Office", state, 1, null);
    }

    private void tellProfiles() {
        profiles.profiles(
                List.of("Home", "Lab", "Office").stream()
                        .map(name -> Sample.card(name, "vpn.example"))
                        .toList());
        first.profiles();
    }

    private Optional<String> selected() {
        return profiles.selected().get().map(ProfileCard::name);
    }
}
