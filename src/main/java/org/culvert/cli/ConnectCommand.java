package org.culvert.cli;

import org.culvert.client.DiskTrouble;
import org.culvert.client.HelperConnection;
import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Profile;
import org.culvert.profile.store.ProfileStore;
import org.culvert.profile.store.StoredProfile;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Protection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** {@code connect}: from a file or a name to a tunnel, as far as the flags ask to wait. */
final class ConnectCommand {
    private final Command command;
    private final Terminal terminal;

    ConnectCommand(Command command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    int run() throws Usage {
        String word = command.word(0, "fileOrName");
        try {
            return switch (specOf(word)) {
                case Connecting.Blocked(Failure failure) -> terminal.fail(failure);
                case Connecting.Ready(ConnectSpec spec) -> connect(spec);
            };
        } catch (IOException e) {
            return terminal.fail(DiskTrouble.with(word, e));
        }
    }

    /** A file wins over a name; what looks like a file is one, even if it is not there. */
    private Connecting.Result specOf(String word) throws IOException, Usage {
        Path file = Path.of(word);
        if (Files.exists(file)) {
            return specOf(file);
        }
        Optional<StoredProfile> stored = ProfileStore.open().named(word);
        if (stored.isPresent()) {
            return specOf(stored.get());
        }
        if (word.contains("/") || word.endsWith(".ovpn") || word.endsWith(".conf")) {
            return specOf(file);
        }
        throw new Usage("noProfile", word);
    }

    private Connecting.Result specOf(Path file) {
        return switch (Importer.read(file, command.flags().with())) {
            case Importer.NotImported(Failure failure) -> new Connecting.Blocked(failure);
            case Importer.Imported imported -> {
                String name = Preparation.nameOf(file, imported);
                yield prepared(name, imported.profile(), false, Protection.USUAL);
            }
        };
    }

    /** What connects a stored profile, with what was chosen for it. */
    Connecting.Result specOf(StoredProfile stored) {
        return switch (Preparation.read(stored)) {
            case Profile.Bad(Failure failure) -> new Connecting.Blocked(failure);
            case Profile.Good(Profile profile) ->
                    prepared(
                            stored.name(),
                            profile,
                            stored.unverifiedAccepted(),
                            stored.protection());
        };
    }

    private Connecting.Result prepared(
            String name, Profile profile, boolean accepted, Protection protection) {
        var consents =
                new Preparation.Consents(
                        accepted || command.flags().acceptUnverified(),
                        command.flags().withoutDns(),
                        protection);
        return Preparation.of(name, profile, consents, Instant.now());
    }

    private int connect(ConnectSpec spec) {
        var notices = new Notices();
        return switch (HelperConnection.open(command.socket(), notices, notices::ended)) {
            case HelperConnection.NotConnected(Failure failure) -> terminal.fail(failure);
            case HelperConnection.Connected(HelperConnection helper) -> {
                try (helper) {
                    yield connect(spec, helper, notices);
                } catch (IOException e) {
                    yield terminal.fail(new Failure.HelperNotRunning(command.socket().toString()));
                }
            }
        };
    }

    private int connect(ConnectSpec spec, HelperConnection helper, Notices notices)
            throws IOException {
        if (helper.ask(id -> new Request.Connect(id, spec))
                instanceof Response.Refused(int _, Failure failure)) {
            return terminal.fail(failure);
        }
        notices.forget();
        boolean wait = command.flags().waitSeconds() >= 0;
        if (!wait && !mayAsk(spec)) {
            return 0;
        }
        var answering =
                new Answering(
                        command.flags().user(),
                        command.flags().passwordFd(),
                        new Words(terminal.locale()));
        return new Waiting(helper, terminal, notices, answering, spec.profile())
                .run(command.flags().waitSeconds());
    }

    /** Whether a question may come before the connection stands. */
    private static boolean mayAsk(ConnectSpec spec) {
        return spec.signIn().userPassword() || spec.tls().isKeyLocked();
    }
}
