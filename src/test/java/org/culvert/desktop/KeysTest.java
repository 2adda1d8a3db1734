package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.culvert.ipc.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class KeysTest {
    private final Rig rig = Rig.with("Lab", "Office");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void enterConnectsWhatIsOff() {
        press(KeyCode.ENTER, "");

        assertEquals(List.of("connect Lab"), rig.said());
    }

    @Test
    void ctrlDAndCtrlREndAndRenewWhatIsUp() {
        rig.tell("Lab", State.ON);

        press(KeyCode.R, "Ctrl");
        press(KeyCode.D, "Ctrl");

        assertEquals(List.of("reconnect Lab", "disconnect Lab"), rig.said());
    }

    @Test
    void deleteRemovesWhatIsOffAndCtrlZBringsItBack() {
        press(KeyCode.DELETE, "");
        assertEquals(List.of("Office"), names());

        press(KeyCode.Z, "Ctrl");
        assertEquals(List.of("Lab", "Office"), names());
    }

    @Test
    void deleteLeavesWhatIsInUse() {
        rig.tell("Lab", State.ON);

        press(KeyCode.DELETE, "");

        assertEquals(List.of("Lab", "Office"), names());
    }

    @Test
    void f2OpensTheName() {
        press(KeyCode.F2, "");

        assertTrue(rig.sees(".name-field"));
    }

    @Test
    void altAndADigitChooseATab() {
        press(KeyCode.DIGIT2, "Alt");
        assertEquals(Models.LOG_TAB, rig.models().tab().get());

        press(KeyCode.DIGIT1, "Alt");
        assertEquals(Models.OVERVIEW_TAB, rig.models().tab().get());
    }

    @Test
    void ctrlFGoesToTheSearchOfWhatIsShown() {
        press(KeyCode.F, "Ctrl");
        assertEquals(Optional.of("search"), focused());

        press(KeyCode.DIGIT2, "Alt");
        press(KeyCode.F, "Ctrl");
        assertEquals(Optional.of("log-search"), focused());
    }

    @Test
    void ctrlMAsksForTheMiniWindow() {
        press(KeyCode.M, "Ctrl");

        assertEquals(List.of("mini"), rig.said());
    }

    @Test
    void ctrlWPutsTheWindowAwayAndEscapeDoesNot() {
        press(KeyCode.ESCAPE, "");
        assertTrue(showing());

        press(KeyCode.W, "Ctrl");
        assertFalse(showing());
    }

    @Test
    void withoutATrayTheWindowStaysOnTheTaskBar() {
        rig.tray(false);

        press(KeyCode.W, "Ctrl");

        assertTrue(showing());
        assertTrue(Fx.on(() -> rig.stage().isIconified()));
    }

    @Test
    void aSheetLetsNoKeyThrough() {
        press(KeyCode.SLASH, "Ctrl");
        assertTrue(rig.sees("#sheet-close"));

        press(KeyCode.DELETE, "");
        press(KeyCode.M, "Ctrl");
        assertEquals(List.of(), rig.said());
        assertEquals(List.of("Lab", "Office"), names());

        press(KeyCode.ESCAPE, "");
        assertFalse(rig.sees("#sheet-close"));
    }

    private void press(KeyCode code, String held) {
        Fx.press(rig.stage(), code, held);
    }

    private boolean showing() {
        return Fx.on(() -> rig.stage().isShowing());
    }

    private List<String> names() {
        return Fx.on(() -> rig.models().profiles().all().stream().map(c -> c.name()).toList());
    }

    private Optional<String> focused() {
        return Fx.on(() ->
                Optional.ofNullable(rig.stage().getScene().getFocusOwner()).map(n -> n.getId()));
    }
}
