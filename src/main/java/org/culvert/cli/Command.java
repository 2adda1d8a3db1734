package org.culvert.cli;

import org.culvert.client.HelperConnection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A command line taken apart.
 *
 * @param socket where the helper listens
 * @param json whether output is data
 * @param verb what to do
 * @param words names and files
 * @param flags what else was said
 */
record Command(Path socket, boolean json, String verb, List<String> words, Flags flags) {
    /**
     * Flags of {@code connect} and others.
     *
     * @param waitSeconds -1: do not wait
     * @param passwordFd -1: none
     */
    record Flags(
            int waitSeconds,
            Optional<String> user,
            int passwordFd,
            List<Path> with,
            boolean acceptUnverified,
            boolean withoutDns,
            boolean follow,
            boolean inlined) {}

    private static final int USUAL_WAIT = 60;

    static Command parse(List<String> args) throws Usage {
        var parsing = new Parsing();
        for (Words rest = new Words(args); rest.hasNext(); ) {
            parsing.take(rest.next(), rest);
        }
        return parsing.command();
    }

    /** What has been read so far. */
    private static final class Parsing {
        private Path socket = HelperConnection.usualSocket();
        private boolean json;
        private int wait = -1;
        private Optional<String> user = Optional.empty();
        private int passwordFd = -1;
        private final List<Path> with = new ArrayList<>();
        private boolean acceptUnverified;
        private boolean withoutDns;
        private boolean follow;
        private boolean inlined;
        private final List<String> words = new ArrayList<>();

        private void take(String word, Words rest) throws Usage {
            switch (word) {
                case "--socket" -> socket = Path.of(rest.value(word));
                case "--json" -> json = true;
                case "--wait" -> wait = rest.number(USUAL_WAIT);
                case "--user" -> user = Optional.of(rest.value(word));
                case "--password-fd" -> passwordFd = rest.number(-1);
                case "--with" -> with.add(Path.of(rest.value(word)));
                case "--accept-unverified" -> acceptUnverified = true;
                case "--accept-legacy" -> {}
                case "--without-dns" -> withoutDns = true;
                case "--follow" -> follow = true;
                case "--inlined" -> inlined = true;
                default -> words.add(plain(word));
            }
        }

        private Command command() throws Usage {
            if (words.isEmpty()) {
                throw new Usage("no command given");
            }
            var flags =
                    new Flags(
                            wait,
                            user,
                            passwordFd,
                            with,
                            acceptUnverified,
                            withoutDns,
                            follow,
                            inlined);
            return new Command(
                    socket, json, words.getFirst(), words.subList(1, words.size()), flags);
        }
    }

    /** Does it; returns the exit code. */
    int run(Terminal terminal) throws Usage {
        var profiles = new ProfileCommands(this, terminal);
        return switch (verb) {
            case "help", "--help", "-h" -> Help.print(terminal);
            case "import", "list", "remove", "rename", "export", "check" -> profiles.run();
            case "connect",
                    "disconnect",
                    "reconnect",
                    "status",
                    "stats",
                    "log",
                    "watch",
                    "doctor" ->
                    new HelperCommands(this, terminal, profiles).run();
            default -> throw new Usage("unknown command " + verb);
        };
    }

    /** The one name or file that this command needs. */
    String word(int i, String what) throws Usage {
        if (i >= words.size()) {
            throw new Usage(verb + " needs " + what);
        }
        return words.get(i);
    }

    private static String plain(String word) throws Usage {
        if (word.startsWith("--") && !word.equals("--help")) {
            throw new Usage("unknown option " + word);
        }
        return word;
    }

    /** Arguments one after the other. */
    private static final class Words implements Iterator<String> {
        private final List<String> args;
        private int at;

        private Words(List<String> args) {
            this.args = args;
        }

        @Override
        public boolean hasNext() {
            return at < args.size();
        }

        @Override
        public String next() {
            return args.get(at++);
        }

        private String value(String option) throws Usage {
            if (!hasNext()) {
                throw new Usage(option + " needs a value");
            }
            return next();
        }

        private int number(int otherwise) {
            boolean given = hasNext() && args.get(at).matches("[0-9]{1,6}");
            return given ? Integer.parseInt(next()) : otherwise;
        }
    }
}
