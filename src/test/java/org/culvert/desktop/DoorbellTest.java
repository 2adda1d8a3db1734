package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class DoorbellTest {
    @TempDir private Path folder;

    @Test
    void theFirstHearsTheWordsOfTheSecond() throws Exception {
        var heard = new CompletableFuture<List<String>>();
        try (Doorbell first = Doorbell.hang(place()).orElseThrow()) {
            first.answer(heard::complete);

            assertTrue(Doorbell.ring(place(), List.of("--mini", "/a b/c.ovpn")));
            assertEquals(List.of("--mini", "/a b/c.ovpn"), heard.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aStartWithoutWordsRingsToo() throws Exception {
        var heard = new CompletableFuture<List<String>>();
        try (Doorbell first = Doorbell.hang(place()).orElseThrow()) {
            first.answer(heard::complete);

            assertTrue(Doorbell.ring(place(), List.of()));
            assertEquals(List.of(), heard.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void nobodyHearsWhereNoWindowIs() {
        assertFalse(Doorbell.ring(place(), List.of()));
    }

    @Test
    void theFolderIsForThisUserAlone() throws IOException {
        try (Doorbell _ = Doorbell.hang(place()).orElseThrow()) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(place())));
        }
    }

    @Test
    void aSocketThatWasLeftBehindIsReplaced() throws IOException {
        Doorbell.hang(place()).orElseThrow().close();

        try (Doorbell again = Doorbell.hang(place()).orElseThrow()) {
            again.answer(words -> {});
            assertTrue(Doorbell.ring(place(), List.of("x")));
        }
    }

    private Path place() {
        return folder.resolve("culvert");
    }
}
