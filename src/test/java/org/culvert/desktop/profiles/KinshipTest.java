package org.culvert.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.Sample;
import org.culvert.desktop.SampleDrafts;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.look.Look;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class KinshipTest {
    private final Look look = Sample.look(Locale.ENGLISH);

    @Test
    void theCommonBeginningOfTheNamesIsTheName() {
        assertEquals(Optional.of("provider"), named("provider-us1", "provider-us2", "provider-de"));
    }

    @Test
    void elseItIsTheFolderThatTheyCameIn() {
        assertEquals(Optional.of("acme"), named("Paris", "Berlin"));
    }

    @Test
    void oneFileOrStrangersAreNoGroup() {
        assertEquals(Optional.empty(), named("Paris"));
        assertEquals(
                Optional.empty(),
                Kinship.of(List.of(SampleDrafts.office(look), SampleDrafts.akin(look, "Paris"))));
    }

    private Optional<String> named(String... names) {
        List<ImportDraft> drafts =
                List.of(names).stream().map(name -> SampleDrafts.akin(look, name)).toList();
        return Kinship.of(drafts);
    }
}
