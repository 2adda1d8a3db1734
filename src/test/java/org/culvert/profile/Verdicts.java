package org.culvert.profile;

import org.culvert.failure.Failure;

import java.nio.file.Path;
import java.util.List;

/** What becomes of a file, in one line: verdict, code, deciding line. */
final class Verdicts {
    private Verdicts() {}

    static String of(Path file) {
        return of(Importer.read(file, List.of()));
    }

    static String of(Importer.Result read) {
        return switch (read) {
            case Importer.NotImported(Failure failure) ->
                    "refused " + failure.code().text() + " " + line(failure);
            case Importer.Imported imported ->
                    switch (Connecting.of("name", imported.profile(), true, false)) {
                        case Connecting.Ready _ -> "importable - 0";
                        case Connecting.Blocked(Failure failure) ->
                                "draft " + failure.code().text() + " " + line(failure);
                    };
        };
    }

    private static int line(Failure failure) {
        return switch (failure) {
            case Failure.InsecureCipher(Failure.Place place, String _) -> place.line();
            case Failure.OptionNotSupported(Failure.Place place, String _) -> place.line();
            case Failure.ServerProfile(Failure.Place place, String _) -> place.line();
            case Failure.PartMissing(Failure.Place place, String _, var _) -> place.line();
            default -> 0;
        };
    }
}
