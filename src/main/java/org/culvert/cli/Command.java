package org.culvert.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final int ANY = Integer.MAX_VALUE;

    /** How many words each verb takes at most. */
    private static final Map<String, Integer> VERBS =
            Map.ofEntries(
                    Map.entry("connect", 1),
                    Map.entry("disconnect", 1),
                    Map.entry("reconnect", 1),
                    Map.entry("status", 0),
                    Map.entry("import", ANY),
                    Map.entry("list", 0),
                    Map.entry("remove", 1),
                    Map.entry("rename", 2),
                    Map.entry("export", 1),
                    Map.entry("stats", 0),
                    Map.entry("log", 0),
                    Map.entry("watch", 0),
                    Map.entry("check", ANY),
                    Map.entry("doctor", 0),
                    Map.entry("help", ANY));

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

    /** Copies its list. */
    Command {
        words = List.copyOf(words);
    }

    static Command parse(List<String> args) throws Usage {
        Command command = Arguments.read(args);
        Integer most = VERBS.get(command.verb());
        if (most == null) {
            throw new Usage("noCommand", command.verb());
        }
        if (command.words().size() > most) {
            throw new Usage("tooMuch", command.verb(), command.words().get(most));
        }
        return command;
    }

    /** Does it; returns the exit code. */
    int run(Terminal terminal) throws Usage {
        return switch (verb) {
            case "help" -> Help.print(terminal);
            case "import", "list", "remove", "rename", "export", "check" ->
                    new ProfileCommands(this, terminal).run();
            case "connect" -> new ConnectCommand(this, terminal).run();
            case "doctor" -> DoctorCommand.run(this, terminal);
            default -> new HelperCommands(this, terminal).run();
        };
    }

    /** The one name or file that this command needs. */
    String word(int i, String what) throws Usage {
        if (i >= words.size()) {
            throw new Usage("needs." + what, verb);
        }
        return words.get(i);
    }
}
