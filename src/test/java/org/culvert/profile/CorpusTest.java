package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Profiles of the world, where a collection is at hand ({@code -Dcorpus=FOLDER}), against a table
 * that was read off them by hand.
 */
class CorpusTest {
    /** What the table has and the engine has not: a file, and the line that stops it today. */
    private static final Map<String, String> OPEN =
            Map.of(
                    "ics-openvpn/peer-fingerprint-block.ovpn", "draft CFG-1 59",
                    "kodi-templates/PerfectPrivacy.ovpn", "draft CFG-1 3",
                    "networkmanager-openvpn/tls-inline.ovpn", "draft CFG-1 116",
                    "networkmanager-openvpn/tun-opts.ovpn", "draft CFG-1 9",
                    "openvpn-sample/loopback-client.ovpn", "draft CFG-1 18",
                    "partout/pia-hungary.ovpn", "draft CFG-1 56",
                    "provider-expressvpn/my_expressvpn_cuba_udp.ovpn", "draft CFG-1 18");

    @Test
    void everyPublishedProfileIsWhatTheTableSays() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus", "../shared/corpus"));
        assumeTrue(Files.isDirectory(corpus), () -> "no collection of profiles at " + corpus);
        var found = new TreeMap<String, String>();
        for (Path file : profiles(corpus)) {
            found.put(corpus.relativize(file).toString(), verdict(file));
        }

        assertEquals(lines(expected()), lines(found));
    }

    private static List<Path> profiles(Path corpus) throws IOException {
        try (var files = Files.walk(corpus)) {
            return files.filter(f -> f.toString().endsWith(".ovpn")).toList();
        }
    }

    private static Map<String, String> expected() {
        var table = new TreeMap<String, String>();
        Read.fixture("corpus.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 4))
                .forEach(row -> table.put(row[3], row[0] + " " + row[1] + " " + row[2]));
        table.putAll(OPEN);
        return table;
    }

    private static String lines(Map<String, String> table) {
        var lines = new ArrayList<String>();
        table.forEach((file, verdict) -> lines.add(verdict + " " + file));
        return String.join("\n", lines);
    }

    private static String verdict(Path file) {
        Importer.Result read = Importer.read(file, List.of());
        if (read instanceof Importer.Imported(Profile profile, String _, String inlined, var _)) {
            assertEquals(profile, reread(profile.file(), inlined), file::toString);
        }
        return Verdicts.of(read);
    }

    private static Profile reread(String name, String text) {
        return Profile.read(name, text.getBytes(StandardCharsets.UTF_8))
                        instanceof Profile.Good(Profile profile)
                ? profile
                : new Profile(name, List.of(), List.of());
    }
}
