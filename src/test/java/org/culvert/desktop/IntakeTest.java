package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.link.ImportDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class IntakeTest {
    private final ImportDraft known = SampleDrafts.known(Sample.look(Locale.ENGLISH));
    private final ImportDraft unknown = SampleDrafts.office(Sample.look(Locale.ENGLISH));
    private final Rig rig = Rig.with("Lab", "Office");

    @BeforeEach
    void write() {
        rig.file(known);
        rig.file(unknown);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aFileThatIsKnownConnectsWithoutAQuestion() {
        start(known.file());

        assertEquals(List.of("connect Office"), rig.said());
        assertEquals(Optional.of("Office"), rig.selected());
        assertFalse(rig.sees("#import-sheet"));
    }

    @Test
    void aChangedFileOfAKnownProfileIsShownAndDoesNotConnect() {
        ImportDraft changed = SampleDrafts.changed(Sample.look(Locale.ENGLISH));
        rig.file(changed);

        start(changed.file());

        assertTrue(rig.sees("#import-replace"));
        assertEquals(List.of(), rig.said());
    }

    @Test
    void aFileThatIsNotKnownIsShownFirst() {
        start(unknown.file());

        assertTrue(rig.sees("#import-sheet"));
        assertTrue(rig.sees("#import-add_and_connect"));
        assertEquals(List.of(), rig.said());
    }

    @Test
    void ofSeveralFilesTheKnownConnectAndTheOthersAreShown() {
        start(known.file(), unknown.file());

        assertEquals(List.of("connect Office"), rig.said());
        assertTrue(rig.sees("#import-add_and_connect"));
    }

    @Test
    void filesOfAStartWaitUntilTheProfilesAreKnown() {
        Fx.run(() -> rig.intake().start(List.of(unknown.file())));
        assertFalse(rig.sees("#import-sheet"));

        Fx.run(rig.intake()::profilesTold);
        assertTrue(rig.sees("#import-sheet"));
    }

    @Test
    void whatWasStoredIsSelectedAndConnectedOnlyWhereAsked() {
        Fx.run(() -> rig.intake().stored("Office", false));
        assertEquals(Optional.of("Office"), rig.selected());
        assertEquals(List.of(), rig.said());

        Fx.run(() -> rig.intake().stored("Office", true));
        assertEquals(List.of("connect Office"), rig.said());

        Fx.run(() -> rig.intake().stored("gone", true));
        assertEquals(List.of("connect Office"), rig.said());
    }

    private void start(Path... files) {
        Fx.run(rig.intake()::profilesTold);
        Fx.run(() -> rig.intake().start(List.of(files)));
    }
}
