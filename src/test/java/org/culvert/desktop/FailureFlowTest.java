package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;

import org.culvert.desktop.connection.Remedy;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a double-click to what a person reads and can do, whatever goes wrong. */
class FailureFlowTest {
    private static final ProfileCard OFFICE = Sample.card("Office", "vpn.example");
    private static final Failure NO_DNS =
            new Failure.DnsNotApplied(List.of(), Phrase.of(Phrase.Kind.UNWRITABLE, "resolv.conf"));

    /** In Chinese; the laboratory does the same in English. */
    @Test
    void aDoubleClickThatComesToNothingSaysCodeSentencesAndButtons() {
        for (Failure failure : Failures.all()) {
            try (Rig rig = Rig.in(Locale.SIMPLIFIED_CHINESE, "Office")) {
                rig.refuse(failure);
                rig.toggle("Office");

                assertEquals(List.of("connect Office"), rig.said());
                assertEquals(banner(rig, failure, State.FAILED), rig.words("#failure"));
            }
        }
    }

    private static Failure trouble(String code) {
        return switch (code) {
            case "NET-1" -> new Failure.Offline();
            case "NET-3" -> Sample.noAnswer();
            case "LNK-1" -> new Failure.ConnectionLost(14);
            case "LNK-2" -> new Failure.ServerEnded("maintenance", false);
            case "SYS-3" -> NO_DNS;
            default -> new Failure.TrafficBlocked();
        };
    }

    private static List<String> banner(Rig rig, Failure failure, State state) {
        FailureText words = FailureText.of(failure, rig.models().look().texts().locale());
        var all = new ArrayList<>(List.of(words.title()));
        if (!words.text().isEmpty()) {
            all.add(words.text());
        }
        for (Remedy remedy : Remedy.of(failure, OFFICE, state)) {
            String key = "remedy." + remedy.name().toLowerCase(Locale.ROOT);
            all.add(rig.models().look().text(key));
        }
        all.add(failure.code().text());
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECONNECTING | NET-1 | Cancel, Details",
                "CONNECTING | NET-1 | Cancel, Details",
                "RECONNECTING | NET-3 | Try again, Details",
                "RECONNECTING | LNK-1 | Details, Disconnect",
                "CONNECTING | LNK-1 | Details, Disconnect",
                "RECONNECTING | LNK-2 | Reconnect, Details",
                "DEGRADED | SYS-3 | Try again, Details",
                "BLOCKED | SYS-3 | Try again, Continue without VPN DNS, Details",
                "BLOCKED | KS-1 | Reconnect, Allow traffic, Details",
                "BLOCKED | LNK-1 | Details, Disconnect"
            })
    void whatIsWrongIsSaidWhileATunnelComesBackOrLacksSomething(
            State state, String code, String buttons) {
        try (Rig rig = Rig.with("Office")) {
            rig.tell("Office", state, trouble(code));

            List<String> words = rig.words("#failure");
            assertEquals(banner(rig, trouble(code), state), words);
            int first = words.size() - 1 - buttons.split(", ").length;
            assertEquals(buttons, String.join(", ", words.subList(first, words.size() - 1)));
            Fx.picture(rig.stage(), "trouble-" + state + "-" + code);

            rig.tell("Office", State.ON);
            assertFalse(rig.sees("#failure"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RECONNECTING, NET-1, remedy-cancel, disconnect Office",
        "RECONNECTING, NET-3, remedy-again, reconnect Office",
        "DEGRADED, SYS-3, remedy-again, reconnect Office",
        "RECONNECTING, LNK-1, remedy-disconnect, disconnect Office",
        "RECONNECTING, LNK-2, remedy-reconnect, reconnect Office",
        "BLOCKED, SYS-3, remedy-without_dns, connect Office",
        "BLOCKED, KS-1, remedy-allow_traffic, disconnect Office",
        "FAILED, NET-3, remedy-again, connect Office"
    })
    void eachButtonDoesWhatItSays(State state, String code, String button, String said) {
        try (Rig rig = Rig.with("Office")) {
            rig.tell("Office", state, trouble(code));

            Fx.run(() -> Fx.node(rig.stage(), Button.class, button).fire());

            assertEquals(said, rig.said().getLast());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEGRADED", "RECONNECTING", "BLOCKED", "OFF"})
    void inTheSmallestWindowTheBannerAndWhatIsBelowHaveRoom(State state) {
        try (Rig rig = Rig.in(Locale.SIMPLIFIED_CHINESE, "Office")) {
            rig.tell("Office", state, NO_DNS);
            Fx.run(() -> {
                rig.window().setMinSize(720, 520);
                rig.window().setMaxSize(720, 520);
            });
            Fx.settle();
            Fx.picture(rig.stage(), "small-" + state);

            Bounds all = Fx.on(() -> rig.window().localToScene(rig.window().getLayoutBounds()));
            assertEquals(520, all.getHeight());
            for (String part : List.of("#failure", ".stages", "#graph", ".main-button")) {
                Bounds shown = bounds(rig, part);
                assertTrue(all.contains(shown), part + " " + shown + " in " + all);
            }
        }
    }

    /** Where the part is; something inside where it is not shown. */
    private static Bounds bounds(Rig rig, String selector) {
        return Fx.on(() -> {
            Node node = rig.sees(selector) ? rig.window().lookup(selector) : rig.window();
            return node.localToScene(node.getLayoutBounds());
        });
    }

    @Test
    void onlyOneButtonIsFilledWhileABannerIsShown() {
        try (Rig rig = Rig.with("Office")) {
            rig.tell("Office", State.FAILED, Sample.noAnswer());
            int filled = Fx.on(() -> rig.window().lookupAll(".primary").size());

            assertEquals(1, filled);
            assertTrue(rig.sees("#remedy-again"));
        }
    }
}
