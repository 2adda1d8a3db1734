package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Transport;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.StaticChallenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The examples of {@code profiles/} are what their comments say. */
class ExampleProfilesTest {
    private static final String MADE_UP =
            "(.*\\.)?example(\\.(com|net|org))?|192\\.0\\.2\\..*|198\\.51\\.100\\..*"
                    + "|203\\.0\\.113\\..*|2001:db8:.*";

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(Path.of("profiles"))) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".ovpn")).toList();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isImportedWithMadeUpHostsOnly(Path file) {
        Profile profile = imported(file);

        List<String> hosts = profile.all("remote").flatMap(d -> d.argument(0).stream()).toList();
        assertTrue(
                !hosts.isEmpty() && hosts.stream().allMatch(h -> h.matches(MADE_UP)),
                hosts::toString);
    }

    @Test
    void theCompanyAsksForAOneTimeCodeBesideThePassword() {
        ConnectSpec spec = ready("company-one-time-code.ovpn");

        assertEquals(
                Optional.of(new StaticChallenge("One-time code", true, StaticChallenge.Form.SCRV1)),
                spec.signIn().challenge());
    }

    @Test
    void theUniversityIsReachedByTcpOnPort443() {
        ConnectSpec spec = ready("university-tcp-443.ovpn");

        assertEquals(
                List.of(new Remote("vpn.university.example", 443, Transport.TCP)), spec.remotes());
        assertTrue(spec.signIn().userPassword());
        assertTrue(spec.routing().redirect());
    }

    @Test
    void theProviderHasFiveRemotes() {
        ConnectSpec spec = ready("provider-five-remotes.ovpn");

        assertEquals(5, spec.remotes().stream().distinct().count());
    }

    @Test
    void theHomeRouterAsksNothingAndRunsNothing() {
        ConnectSpec spec = ready("home-router.ovpn");

        assertTrue(spec.tls().identity().isPresent());
        assertTrue(!spec.signIn().userPassword() && !spec.routing().redirect());
        List<String> never =
                imported(Path.of("profiles/home-router.ovpn")).problems().stream()
                        .filter(p -> p.kind() == Problem.Kind.NEVER_HONOURED)
                        .map(Problem::option)
                        .toList();
        assertEquals(List.of("up"), never);
    }

    @Test
    void thePracticeTemplateHasNoDefaultRouteAndNoNameServer() throws IOException {
        String template = Files.readString(Path.of("profiles/practice.ovpn.in"));

        List<String> options =
                template.lines()
                        .filter(line -> line.matches("[a-z].*"))
                        .map(line -> line.split(" ", 2)[0])
                        .toList();
        assertTrue(options.contains("remote") && options.contains("remote-cert-tls"));
        assertTrue(
                options.stream().noneMatch(o -> o.matches("redirect-gateway|route|dhcp-option")));
    }

    private static ConnectSpec ready(String name) {
        return assertInstanceOf(
                        Connecting.Ready.class, connecting(Path.of("profiles").resolve(name)))
                .spec();
    }

    private static Connecting.Result connecting(Path file) {
        return Connecting.of("example", imported(file), false, false);
    }

    private static Profile imported(Path file) {
        return assertInstanceOf(Importer.Imported.class, Importer.read(file, List.of())).profile();
    }
}
