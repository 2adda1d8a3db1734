package org.culvert.cli;

import org.culvert.profile.Importer;
import org.culvert.profile.Luggage;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile among the files, folders and archives of a command line.
 *
 * @param shown its path as it was typed, or inside what was typed
 * @param flags further files that a person has named, and where passphrases come from
 */
record Brought(Path shown, Path file, Luggage luggage, Command.Flags flags) {
    /** All of them, in the order typed. */
    static List<Brought> of(Command command) throws Usage {
        command.word(0, "file");
        var all = new ArrayList<Brought>();
        for (String word : command.words()) {
            Path typed = Path.of(word);
            Luggage luggage = Luggage.of(List.of(typed));
            Path whole = typed.toAbsolutePath().normalize();
            luggage.profiles()
                    .forEach(file -> {
                        Path shown = file.equals(whole) ? typed : file;
                        all.add(new Brought(shown, file, luggage, command.flags()));
                    });
        }
        return all;
    }

    /** A PKCS#12 file's passphrase is asked for once. */
    Importer.Result read(Terminal terminal) throws IOException {
        Importer.Result result = read(Optional.empty());
        boolean locked =
                result instanceof Importer.Imported imported && !imported.locked().isEmpty();
        return locked
                ? new Answering(flags.user(), flags.passwordFd(), new Words(terminal.locale()))
                        .passphrase()
                        .map(secret -> read(Optional.of(secret)))
                        .orElse(result)
                : result;
    }

    private Importer.Result read(Optional<Secret> passphrase) {
        Map<String, Path> parts = new HashMap<>();
        flags.with().forEach(path -> parts.putIfAbsent(String.valueOf(path.getFileName()), path));
        return Importer.read(file, parts, luggage, passphrase);
    }
}
