package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class CertificateNoticesTest {
    @TempDir private Path folder;

    private final Look look = Sample.look(Locale.ENGLISH);
    private final List<String> said = new ArrayList<>();

    @Test
    void eachStageIsSaidOnceEvenAfterAnotherStart() {
        look(ending("Office", 6));
        look(ending("Office", 6));
        assertEquals(List.of("Office: Days until your certificate ends: 6"), said);

        notices().look(List.of(ending("Office", 6)));
        assertEquals(1, said.size());
    }

    @Test
    void profilesThatShareACertificateAreOneNotice() {
        look(ending("Paris", 20), ending("Berlin", 20));

        assertEquals(List.of("Paris: Days until your certificate ends: 20"), said);
    }

    @Test
    void whatIsFarOffOrOverIsNotSaid() {
        look(ending("Far", 31), ending("Over", -1), Sample.card("None", "vpn.example"));

        assertEquals(List.of(), said);
    }

    private void look(ProfileCard... cards) {
        notices().look(List.of(cards));
    }

    private CertificateNotices notices() {
        return new CertificateNotices(
                look,
                folder.resolve("noticed.properties"),
                Runnable::run,
                (title, text) -> said.add(title));
    }

    private static ProfileCard ending(String name, int days) {
        return Sample.ending(name, "vpn.example", Duration.ofDays(days).plusHours(1));
    }
}
