package org.culvert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.ipc.State;
import org.culvert.perf.Stage;
import org.culvert.protocol.data.Drop;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class WordsTest {
    private static final Pattern TERMS =
            Pattern.compile("\\{\\d}|--user NAME --password-fd N|culvertctl help|DNS|IP");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertEquals(
                new TreeSet<>(bundle(Locale.ENGLISH).keySet()),
                new TreeSet<>(bundle(Locale.CHINESE).keySet()));
    }

    @Test
    void everyStateStageAndDropHasItsWords() {
        var words = new Words(Locale.CHINESE);
        Stream.of(
                        Stream.of(State.values()).map(state -> "state." + state),
                        Stream.of(Stage.values()).map(stage -> "stage." + stage),
                        Stream.of(Drop.values())
                                .map(drop -> "drop." + drop.name().toLowerCase(Locale.ROOT)))
                .flatMap(keys -> keys)
                .forEach(key -> assertTrue(words.known(key).isPresent(), key));
    }

    @Test
    void inChineseNoEnglishWordIsLeftButCommandsAndTerms() {
        ResourceBundle chinese = bundle(Locale.CHINESE);
        for (String key : chinese.keySet()) {
            String rest = TERMS.matcher(chinese.getString(key)).replaceAll("");
            boolean command = key.equals("help");
            assertFalse(!command && rest.matches("(?s).*[A-Za-z]{2,}.*"), key + ": " + rest);
        }
    }

    @Test
    void aCommandThatIsNoneIsRefusedInTheLanguageOfThePerson() {
        Usage wrong = assertThrows(Usage.class, () -> Spoken.run(Locale.UK, "fly"));

        assertEquals("unknown command fly", wrong.in(Locale.UK));
        assertEquals("没有 fly 这个命令", wrong.in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void theHelpKeepsItsColumns() throws Usage {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            List<String> lines = Spoken.run(language, "help").out().lines().toList();
            assertEquals("culvertctl [--socket PATH] [--json] COMMAND", lines.getFirst());
            assertTrue(
                    lines.stream().anyMatch(line -> line.startsWith("  status              ")),
                    lines::toString);
        }
    }

    @Test
    void anIdeographTakesTwoCells() {
        assertEquals("server     ", Words.padded("server", 11));
        assertEquals("服务器     ", Words.padded("服务器", 11));
        assertEquals("longer than that", Words.padded("longer than that", 11));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("org.culvert.cli.words", language);
    }
}
