package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.client.TestProfiles;
import org.culvert.desktop.link.DiskShelf;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ImportDeeds;
import org.culvert.desktop.profiles.ImportSheet;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.keys.TestPki;
import org.culvert.profile.store.ProfileStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Files that are no good, given to the window: its sheet says code and sentence. */
class BadInputTest {
    @TempDir private Path folder;

    /** A file that is no good. */
    enum Bad {
        ABSENT,
        EMPTY,
        BINARY,
        HTML,
        LARGE,
        SERVER,
        NO_CA,
        WRONG_KEY,
        TAP,
        ENDED,
        ENDING
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT, CFG-7",
        "EMPTY, CFG-3",
        "BINARY, CFG-3",
        "HTML, CFG-3",
        "LARGE, CFG-3",
        "SERVER, CFG-5",
        "NO_CA, CFG-6",
        "WRONG_KEY, CFG-4",
        "TAP, CFG-1",
        "ENDED, TLS-4",
        "ENDING, TLS-6"
    })
    void theSheetAndTheLogSayCodeAndSentence(Bad bad, String code) throws IOException {
        Path file = write(bad);
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Look look = Sample.look(language);
            DiskShelf shelf = shelf(language);
            Failure failure = failure(shelf, file);
            assertEquals(code, failure.code().text());

            var log = new Diary();
            List<String> seen = log.during(() -> seen(look, shelf, file));

            FailureText words = FailureText.of(failure, look.texts().locale());
            assertTrue(seen.contains(code), seen::toString);
            assertTrue(seen.contains(words.title()), seen::toString);
            assertTrue(seen.contains(words.text()) || bad == Bad.ENDING, seen::toString);
            assertTrue(log.lines().contains(FailureText.line(failure, Locale.ENGLISH)));
        }
    }

    private DiskShelf shelf(Locale language) throws IOException {
        ProfileStore store = ProfileStore.open(folder.resolve("store"));
        return new DiskShelf(store, language, () -> TestPki.NOW, Runnable::run, Runnable::run);
    }

    private static Failure failure(DiskShelf shelf, Path file) {
        var drafts = new ArrayList<ImportDraft>();
        shelf.inspect(file, drafts::add);
        return drafts.getFirst().failure().or(drafts.getFirst()::notice).orElseThrow();
    }

    private static List<String> seen(Look look, DiskShelf shelf, Path file) {
        StackPane host = Fx.on(StackPane::new);
        Stage stage = Fx.show(look.theme(), host, 720, 560);
        Fx.run(() ->
                ImportSheet.open(
                        look, host, shelf, new Idle(), id -> Optional.empty(), List.of(file)));
        List<String> words = Fx.on(() -> words(host));
        Fx.close(stage);
        return words;
    }

    private static List<String> words(Parent root) {
        return root.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private Path write(Bad bad) throws IOException {
        Path file = folder.resolve("office.ovpn");
        switch (bad) {
            case ABSENT -> {}
            case EMPTY -> Files.writeString(file, "");
            case BINARY -> Files.write(file, new byte[] {0, 1, 2, 3});
            case HTML -> Files.writeString(file, "<!DOCTYPE html><html>sign in</html>");
            case LARGE -> Files.write(file, new byte[10 << 20]);
            case SERVER -> Files.writeString(file, "dev tun\nserver 10.0.0.0 255.0.0.0\n");
            case NO_CA ->
                    Files.writeString(
                            file, "client\nremote vpn.example 1194\nremote-cert-tls server\n");
            case WRONG_KEY -> Files.writeString(file, withForeignKey());
            case TAP -> Files.writeString(file, TestProfiles.text("dev tap"));
            case ENDING -> Files.writeString(file, TestProfiles.endingIn(Duration.ofDays(6)));
            case ENDED -> Files.writeString(file, TestProfiles.ended());
        }
        return file;
    }

    private static String withForeignKey() {
        byte[] pem = TestPki.authority().keyPem().copy();
        String key = "<key>\n" + new String(pem, StandardCharsets.UTF_8) + "</key>";
        return TestProfiles.text().replaceAll("(?s)<key>.*</key>", key);
    }

    private static final class Idle implements ImportDeeds {
        @Override
        public void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen) {}

        @Override
        public void stored(String id, boolean connect) {}
    }
}
