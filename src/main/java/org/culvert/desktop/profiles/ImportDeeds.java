package org.culvert.desktop.profiles;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the import sheet asks for and does not do itself. */
public interface ImportDeeds {
    /** Lets a person choose files; {@code chosen} is not called when none is chosen. */
    void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen);

    /** The profile {@code id} is stored, or was already: select it, and perhaps connect. */
    void stored(String id, boolean connect);
}
