package org.culvert.cli;

import org.culvert.client.CertificateWatch;
import org.culvert.client.DiskTrouble;
import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Json;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Profile;
import org.culvert.profile.Summary;
import org.culvert.profile.store.ProfileStore;
import org.culvert.profile.store.StoredProfile;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
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
            return terminal.fail(DiskTrouble.with(ProfileStore.usual().toString(), e));
        }
    }

    private int importAll() throws IOException, Usage {
        int code = 0;
        for (Brought brought : Brought.of(command)) {
            int his = importOne(brought);
            code = code == 0 ? his : code;
        }
        return code;
    }

    private int importOne(Brought brought) throws IOException {
        Path file = brought.shown();
        return switch (brought.read(terminal)) {
            case Importer.NotImported(Failure failure) -> terminal.fail(failure);
            case Importer.Imported imported -> {
                store(file, imported);
                Report.print(imported.profile(), terminal);
                draft(imported.profile()).ifPresent(why -> terminal.say(sentence(why)));
                yield 0;
            }
        };
    }

    private void store(Path file, Importer.Imported imported) throws IOException {
        ProfileStore store = ProfileStore.open();
        List<StoredProfile> same = store.like(imported.inlined());
        if (!same.isEmpty()) {
            terminal.say(terminal.words("known", same.getFirst().name()));
            return;
        }
        StoredProfile added =
                store.add(
                        Preparation.nameOf(file, imported),
                        imported.profile().file(),
                        imported.original(),
                        imported.inlined(),
                        System.currentTimeMillis());
        terminal.say(terminal.words("added", added.name()));
    }

    /** Why a profile cannot connect as it stands; its server need not be known for that. */
    private static Optional<Failure> draft(Profile profile) {
        return Connecting.of(profile.file(), profile, true, false)
                        instanceof Connecting.Blocked(Failure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private String sentence(Failure failure) {
        return terminal.words("draft", line(failure));
    }

    private String line(Failure failure) {
        return FailureText.line(failure, terminal.locale());
    }

    private static Optional<Failure> notice(Profile profile) {
        return Summary.of(profile)
                .signIn()
                .certificate()
                .flatMap(own -> CertificateWatch.notice(own.until(), Instant.now()));
    }

    private int list() throws IOException {
        ProfileStore store = ProfileStore.open();
        List<StoredProfile> all = store.list();
        if (command.json()) {
            terminal.say(Json.pretty(all.stream().map(ProfileCommands::row).toList()));
        } else {
            all.forEach(profile -> terminal.say(profile.name()));
        }
        for (Path damaged : store.damaged()) {
            terminal.fail(
                    new Failure.Unreadable(damaged.toString(), Phrase.of(Phrase.Kind.DAMAGED)));
        }
        return 0;
    }

    private static Map<String, @Nullable Object> row(StoredProfile profile) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", profile.name());
        row.put("file", profile.file());
        row.put("added", profile.addedMillis());
        row.put("lastUsed", profile.lastUsedMillis() == 0 ? null : profile.lastUsedMillis());
        row.put("favourite", profile.marks().favourite());
        row.put("tags", profile.marks().tags());
        row.put("group", profile.marks().group().isEmpty() ? null : profile.marks().group());
        return row;
    }

    private Optional<StoredProfile> find(ProfileStore store) throws IOException, Usage {
        return store.named(command.word(0, "name"));
    }

    private int unknown() throws Usage {
        throw new Usage("noProfile", command.word(0, "name"));
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
        terminal.say(store.rename(found.get(), command.word(1, "newName")).name());
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

    private int check() throws IOException, Usage {
        int code = 0;
        for (Brought brought : Brought.of(command)) {
            int his = checkOne(brought);
            code = code == 0 ? his : code;
        }
        return code;
    }

    private int checkOne(Brought brought) throws IOException {
        Path file = brought.shown();
        return switch (brought.read(terminal)) {
            case Importer.NotImported(Failure failure) ->
                    verdict(file, "refused", Optional.of(failure), Optional.empty());
            case Importer.Imported imported -> {
                Profile profile = imported.profile();
                Optional<Failure> why = draft(profile);
                String verdict = why.isPresent() ? "draft" : "importable";
                yield verdict(file, verdict, why, Optional.of(profile));
            }
        };
    }

    private int verdict(
            Path file, String verdict, Optional<Failure> why, Optional<Profile> profile) {
        Optional<Failure> soon = profile.flatMap(ProfileCommands::notice);
        if (command.json()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("file", file.toString());
            map.put("verdict", verdict);
            map.put("failure", StatusMap.failure(why.orElse(null), terminal.locale()));
            map.put("notice", StatusMap.failure(soon.orElse(null), terminal.locale()));
            map.put("summary", profile.map(Summary::of).map(SummaryMap::of).orElse(null));
            map.put("problems", profile.map(p -> Report.rows(p, terminal)).orElse(List.of()));
            terminal.say(Json.pretty(map));
        } else {
            terminal.say(file + ": " + terminal.words("verdict." + verdict));
            profile.ifPresent(p -> {
                Report.meaning(p, terminal);
                Report.print(p, terminal);
            });
            soon.ifPresent(ending -> terminal.say("  " + line(ending)));
            why.ifPresent(terminal::fail);
        }
        return why.isPresent() ? FailureCode.CFG_3.exitCode() : 0;
    }
}
