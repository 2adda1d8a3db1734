package org.culvert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class CommandTest {
    @Test
    void flagsMayStandAnywhereAndRepeat() throws Usage {
        Command command =
                parse(
                        "--json connect a.ovpn --wait 7 --user anna --password-fd 3 --with ca.crt"
                                + " --with ta.key --accept-unverified --accept-legacy --without-dns"
                                + " --socket /s");

        assertEquals("connect", command.verb());
        assertEquals(List.of("a.ovpn"), command.words());
        assertTrue(command.json());
        assertEquals(Path.of("/s"), command.socket());
        assertEquals(
                new Command.Flags(
                        7,
                        Optional.of("anna"),
                        3,
                        List.of(Path.of("ca.crt"), Path.of("ta.key")),
                        true,
                        true,
                        false,
                        false),
                command.flags());
    }

    @Test
    void waitAloneMeansAMinuteAndNoWaitNone() throws Usage {
        assertEquals(60, parse("connect --wait a.ovpn").flags().waitSeconds());
        assertEquals(60, parse("connect a.ovpn --wait").flags().waitSeconds());
        assertEquals(-1, parse("connect a.ovpn").flags().waitSeconds());
    }

    @Test
    void behindTwoDashesEverythingIsAName() throws Usage {
        assertEquals(List.of("--json"), parse("remove -- --json").words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "fly",
                "connect --fly a.ovpn",
                "connect -x",
                "status now",
                "connect a b",
                "rename a b c",
                "--socket",
                "connect a --user",
                "connect a --password-fd",
                "connect a --password-fd x",
            })
    void whatIsNoCommandIsRefused(String line) {
        assertThrows(Usage.class, () -> parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "import", "check", "remove", "rename", "export"})
    void aVerbThatNeedsANameSaysSo(String verb) {
        Usage usage = assertThrows(Usage.class, () -> Spoken.run(Locale.UK, verb));

        assertTrue(usage.toString().contains(verb + " needs "), usage::toString);
    }

    @Test
    void helpNamesEveryVerb() throws Usage {
        String help = Spoken.run(Locale.UK, "--help").out();

        for (String verb :
                List.of(
                        "connect",
                        "disconnect",
                        "reconnect",
                        "status",
                        "import",
                        "list",
                        "remove",
                        "rename",
                        "export",
                        "stats",
                        "log",
                        "watch",
                        "check",
                        "doctor")) {
            assertTrue(help.contains("  " + verb), verb);
        }
    }

    private static Command parse(String line) throws Usage {
        return Command.parse(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
    }
}
