package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One file for each usage; and what the reference takes, we take. */
class ShapesTest {
    /** Published files that the reference begins with and that never get anywhere with us. */
    private static final Map<String, String> NEVERTHELESS =
            Map.ofEntries(
                    Map.entry("aws-client-vpn/downloaded-client-config.ovpn", "tap"),
                    Map.entry("azure-p2s/client.ovpn", "a server with a slash"),
                    Map.entry("forums-and-docs/injector-slash-remote.ovpn", "no server"),
                    Map.entry("http-injector/client.ovpn", "no server"),
                    Map.entry("http-injector/client2.ovpn", "no server"),
                    Map.entry("http-injector/free1.ovpn", "no server"),
                    Map.entry("http-injector/vip2.ovpn", "no server"),
                    Map.entry("http-injector/test.ovpn", "no encryption"),
                    Map.entry("ics-openvpn/compat-mode.ovpn", "64-bit blocks"),
                    Map.entry("mikrotik-generator/test.ovpn", "a certificate as the key"),
                    Map.entry("networkmanager-openvpn/static2.ovpn", "a fixed key"),
                    Map.entry("openvpn-sample/loopback-client.ovpn", "not yet"),
                    Map.entry("partout/pia-hungary.ovpn", "not yet"),
                    Map.entry("provider-expressvpn/my_expressvpn_cuba_udp.ovpn", "not yet"));

    static Stream<Shapes> shapes() throws IOException {
        return Shapes.all();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isWhatItsFirstLineSays(Shapes shape) {
        assertEquals(shape.verdict(), Verdicts.of(shape.file()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyProblemHasAPlaceAndASentence(Shapes shape) {
        var read = Importer.read(shape.file(), List.of());
        Profile profile = assertInstanceOf(Importer.Imported.class, read).profile();

        for (Problem problem : profile.problems()) {
            assertEquals(shape.toString(), problem.spot().file());
            assertEquals(problem.line() == 0, problem.spot().column() == 0, problem::toString);
            assertTrue(!ProblemText.of(problem, Locale.ENGLISH).isBlank(), problem::toString);
        }
    }

    @Test
    void everyOptionThatActsIsUsedInOne() throws IOException {
        Set<String> used = new TreeSet<>();
        Shapes.all()
                .map(shape -> Importer.read(shape.file(), List.of()))
                .map(read -> ((Importer.Imported) read).profile())
                .forEach(profile -> profile.directives().forEach(d -> used.add(d.name())));
        used.add("connection");

        Set<String> never =
                OptionTable.rows()
                        .filter(row -> row.verdict() == Verdict.USED)
                        .map(OptionTable.Row::name)
                        .filter(name -> !used.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), never);
    }

    @Test
    void whatTheReferenceTakesIsTaken(@TempDir Path folder) throws IOException {
        assumeTrue(Reference.isHere(), "openvpn is not installed");
        var refused = new ArrayList<String>();
        int taken = 0;
        for (Shapes shape : Shapes.all().toList()) {
            boolean accepts = Reference.accepts(shape.file(), folder);
            taken += accepts ? 1 : 0;
            if (accepts && !shape.mayRefuse() && !shape.verdict().startsWith("importable")) {
                refused.add(shape + " " + shape.verdict());
            }
        }

        assertEquals(List.of(), refused);
        assertTrue(taken > 50, "taken by the reference: " + taken);
    }

    @Test
    void whatTheReferenceTakesOfPublishedProfilesIsTaken(@TempDir Path folder) throws IOException {
        Path corpus = Path.of(System.getProperty("corpus", "../shared/corpus"));
        assumeTrue(Reference.isHere(), "openvpn is not installed");
        assumeTrue(Files.isDirectory(corpus), () -> "no collection of profiles at " + corpus);
        var refused = new ArrayList<String>();
        try (var files = Files.walk(corpus)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ovpn")).toList()) {
                String verdict = Verdicts.of(file);
                String name = corpus.relativize(file).toString();
                boolean taken = verdict.startsWith("importable") || NEVERTHELESS.containsKey(name);
                if (!taken && Reference.accepts(file, folder)) {
                    refused.add(verdict + " " + name);
                }
            }
        }

        assertEquals(List.of(), refused.stream().sorted().toList());
    }
}
