package org.culvert.cli;

import org.culvert.client.HelperConnection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a command line from left to right; options may stand anywhere. One use. */
final class Arguments {
    private static final int USUAL_WAIT = 60;

    private final List<String> args;
    private final List<String> words = new ArrayList<>();
    private final List<Path> with = new ArrayList<>();
    private Path socket = HelperConnection.usualSocket();
    private Optional<String> user = Optional.empty();
    private int wait = -1;
    private int passwordFd = -1;
    private boolean json;
    private boolean acceptUnverified;
    private boolean withoutDns;
    private boolean follow;
    private boolean inlined;
    private int at;

    private Arguments(List<String> args) {
        this.args = args;
    }

    static Command read(List<String> args) throws Usage {
        var reading = new Arguments(args);
        while (reading.at < args.size()) {
            reading.take(args.get(reading.at++));
        }
        return reading.command();
    }

    private void take(String word) throws Usage {
        switch (word) {
            case "--socket" -> socket = Path.of(value(word));
            case "--json" -> json = true;
            case "--wait" -> wait = number().orElse(USUAL_WAIT);
            case "--user" -> user = Optional.of(value(word));
            case "--password-fd" ->
                    passwordFd = number().orElseThrow(() -> new Usage("needs.descriptor", word));
            case "--with" -> with.add(Path.of(value(word)));
            case "--accept-unverified" -> acceptUnverified = true;
            case "--accept-legacy" -> {} // nothing legacy is spoken, so there is nothing to accept
            case "--without-dns" -> withoutDns = true;
            case "--follow" -> follow = true;
            case "--inlined" -> inlined = true;
            case "--help", "-h" -> words.addFirst("help");
            case "--" -> rest();
            default -> words.add(plain(word));
        }
    }

    private void rest() {
        words.addAll(args.subList(at, args.size()));
        at = args.size();
    }

    private static String plain(String word) throws Usage {
        if (word.startsWith("-")) {
            throw new Usage("noOption", word);
        }
        return word;
    }

    private String value(String option) throws Usage {
        if (at >= args.size()) {
            throw new Usage("needs.value", option);
        }
        return args.get(at++);
    }

    private Optional<Integer> number() {
        boolean given = at < args.size() && args.get(at).matches("[0-9]{1,6}");
        return given ? Optional.of(Integer.parseInt(args.get(at++))) : Optional.empty();
    }

    private Command command() throws Usage {
        if (words.isEmpty()) {
            throw new Usage("nothing");
        }
        var flags =
                new Command.Flags(
                        wait,
                        user,
                        passwordFd,
                        List.copyOf(with),
                        acceptUnverified,
                        withoutDns,
                        follow,
                        inlined);
        return new Command(socket, json, words.getFirst(), words.subList(1, words.size()), flags);
    }
}
