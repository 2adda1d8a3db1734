package org.culvert.desktop;

import org.culvert.client.HelperConnection;
import org.culvert.client.ProfileLink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A command line taken apart.
 *
 * @param socket where the helper listens
 * @param shape how the window shows itself
 * @param files profiles to import or to connect
 * @param links profiles to fetch, once somebody agrees
 */
record Arguments(Path socket, Shape shape, List<Path> files, List<ProfileLink> links) {
    /** How the window shows itself. */
    enum Shape {
        /** The whole window. */
        WHOLE,
        /** The mini window only. */
        MINI,
        /** Not at all: the tray is there, or the task bar. */
        HIDDEN
    }

    static final String USAGE =
            """
            culvert [--socket PATH] [--mini | --hidden] [FILE.ovpn|openvpn://...]...
            culvert --integrate | --remove-integration

              --socket PATH   where the background service listens
              --mini          shows the mini window only
              --hidden        starts without showing its window
              FILE.ovpn       connects where it is known, else asks whether to add it;
                              folders and archives of profiles too
              openvpn://import-profile/https://...
                              asks whether to fetch a profile from there
              --integrate     makes a double-click on a profile open this program, for you
              --remove-integration
                              takes that back\
            """;

    /** The words are no command. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private Wrong(String sentence) {
            super(sentence);
        }
    }

    Arguments {
        files = List.copyOf(files);
        links = List.copyOf(links);
    }

    static Arguments parse(List<String> words, Path folder) throws Wrong {
        Path socket = HelperConnection.usualSocket();
        Shape shape = Shape.WHOLE;
        var files = new ArrayList<Path>();
        var links = new ArrayList<ProfileLink>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--socket" -> socket = folder.resolve(value(word, rest));
                case "--mini" -> shape = only(shape, Shape.MINI);
                case "--hidden" -> shape = only(shape, Shape.HIDDEN);
                default -> {
                    if (word.startsWith(ProfileLink.SCHEME)) {
                        links.add(link(word));
                    } else {
                        files.add(folder.resolve(file(word)));
                    }
                }
            }
        }
        return new Arguments(socket, shape, files, links);
    }

    private static String value(String option, Iterator<String> rest) throws Wrong {
        if (!rest.hasNext()) {
            throw new Wrong(option + " needs a value");
        }
        return rest.next();
    }

    private static Shape only(Shape before, Shape now) throws Wrong {
        if (before != Shape.WHOLE && before != now) {
            throw new Wrong("--mini and --hidden exclude each other");
        }
        return now;
    }

    private static ProfileLink link(String word) throws Wrong {
        return ProfileLink.of(word)
                .orElseThrow(
                        () -> new Wrong("a link must read openvpn://import-profile/https://..."));
    }

    private static String file(String word) throws Wrong {
        if (word.startsWith("-")) {
            throw new Wrong("unknown option " + word);
        }
        return word;
    }

    /** The same as words, for the window that is there already. */
    List<String> words() {
        var words = new ArrayList<String>();
        switch (shape) {
            case WHOLE -> {}
            case MINI -> words.add("--mini");
            case HIDDEN -> words.add("--hidden");
        }
        files.forEach(file -> words.add(file.toString()));
        links.forEach(link -> words.add(link.text()));
        return words;
    }
}
