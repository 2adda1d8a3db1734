package org.culvert.cli;

import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.ipc.Json;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Problem;
import org.culvert.profile.ProblemText;
import org.culvert.profile.Profile;
import org.culvert.profile.store.ProfileStore;
import org.culvert.profile.store.StoredProfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that need no helper: import, list, check and the like. */
final class ProfileCommands {
    private final Command command;
    private final Terminal terminal;

    ProfileCommands(Command command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    int run() throws Usage {
        try {
            return switch (command.verb()) {
                case "import" -> importAll();
                case "list" -> list();
                case "remove" -> remove();
                case "rename" -> rename();
                case "export" -> export();
                default -> check();
            };
        } catch (IOException e) {
            return terminal.fail(
                    new Failure.Unreadable("profiles", String.valueOf(e.getMessage())));
        }
    }

    /** The stored profile of that name. */
    Optional<StoredProfile> stored(String name) throws IOException {
        return ProfileStore.open().named(name);
    }

    private int importAll() throws IOException, Usage {
        command.word(0, "a file");
        int code = 0;
        for (String word : command.words()) {
            int his = importOne(Path.of(word));
            code = code == 0 ? his : code;
        }
        return code;
    }

    private int importOne(Path file) throws IOException {
        switch (Importer.read(file, command.flags().with())) {
            case Importer.NotImported(Failure failure) -> {
                return terminal.fail(failure);
            }
            case Importer.Imported(Profile profile, String original, String inlined) -> {
                ProfileStore store = ProfileStore.open();
                List<StoredProfile> same = store.like(inlined);
                String name =
                        same.isEmpty()
                                ? store.add(
                                                Preparation.nameOf(file),
                                                profile.file(),
                                                original,
                                                inlined,
                                                System.currentTimeMillis())
                                        .name()
                                : same.getFirst().name();
                terminal.say((same.isEmpty() ? "added " : "already there: ") + name);
                report(profile);
                return 0;
            }
        }
    }

    private void report(Profile profile) {
        for (Problem problem : profile.problems()) {
            String where = problem.line() == 0 ? "        " : "%7d ".formatted(problem.line());
            terminal.say(
                    where
                            + ProblemText.clean(problem.option())
                            + "  "
                            + ProblemText.of(problem, terminal.locale()));
        }
    }

    private int list() throws IOException {
        List<StoredProfile> all = ProfileStore.open().list();
        if (command.json()) {
            terminal.say(
                    Json.pretty(
                            all.stream()
                                    .map(p -> Map.of("name", p.name(), "file", p.file()))
                                    .toList()));
        } else {
            all.forEach(profile -> terminal.say(profile.name()));
        }
        return 0;
    }

    private Optional<StoredProfile> find(ProfileStore store) throws IOException, Usage {
        return store.named(command.word(0, "a name"));
    }

    private int unknown() throws Usage {
        throw new Usage("no profile has the name " + command.word(0, "a name"));
    }

    private int remove() throws IOException, Usage {
        ProfileStore store = ProfileStore.open();
        Optional<StoredProfile> found = find(store);
        if (found.isEmpty()) {
            return unknown();
        }
        store.remove(found.get());
        return 0;
    }

    private int rename() throws IOException, Usage {
        ProfileStore store = ProfileStore.open();
        Optional<StoredProfile> found = find(store);
        if (found.isEmpty()) {
            return unknown();
        }
        terminal.say(store.rename(found.get(), command.word(1, "a new name")).name());
        return 0;
    }

    private int export() throws IOException, Usage {
        Optional<StoredProfile> found = find(ProfileStore.open());
        if (found.isEmpty()) {
            return unknown();
        }
        StoredProfile profile = found.get();
        terminal.out().print(command.flags().inlined() ? profile.inlined() : profile.original());
        terminal.out().flush();
        return 0;
    }

    private int check() throws Usage {
        command.word(0, "a file");
        int code = 0;
        for (String word : command.words()) {
            int his = checkOne(Path.of(word));
            code = code == 0 ? his : code;
        }
        return code;
    }

    private int checkOne(Path file) {
        return switch (Importer.read(file, command.flags().with())) {
            case Importer.NotImported(Failure failure) ->
                    verdict(file, "refused", Optional.of(failure));
            case Importer.Imported(Profile profile, String _, String _) -> {
                var result = Connecting.of(Preparation.nameOf(file), profile, true, false);
                Optional<Failure> why =
                        result instanceof Connecting.Blocked(Failure failure)
                                ? Optional.of(failure)
                                : Optional.empty();
                if (!command.json()) {
                    report(profile);
                }
                yield verdict(file, why.isPresent() ? "draft" : "importable", why);
            }
        };
    }

    private int verdict(Path file, String verdict, Optional<Failure> why) {
        if (command.json()) {
            terminal.say(
                    Json.pretty(
                            Map.of(
                                    "file",
                                    file.toString(),
                                    "verdict",
                                    verdict,
                                    "code",
                                    why.map(f -> f.code().text()).orElse(""))));
        } else {
            terminal.say(file + ": " + verdict);
            why.ifPresent(terminal::fail);
        }
        return verdict.equals("importable") ? 0 : 40;
    }

    static boolean isFile(String word) {
        return Files.exists(Path.of(word));
    }
}
