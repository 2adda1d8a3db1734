package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.Failures;
import org.culvert.desktop.Sample;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.ipc.State;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class RemedyTest {
    private static final ProfileCard PLAIN = Sample.card("Office", "vpn.example");
    private static final ProfileCard WEB = Sample.asking("Office", "vpn.example");

    private static final Map<String, String> BUTTONS =
            Map.ofEntries(
                    Map.entry("AUTH-1 WrongPassword", "[AGAIN, DETAILS]"),
                    Map.entry("AUTH-2 SignInRefused", "[AGAIN, COPY_MESSAGE, DETAILS]"),
                    Map.entry("AUTH-3 SessionEnded", "[AGAIN, DETAILS]"),
                    Map.entry("AUTH-4 CodeRefused", "[ENTER_CODE, DETAILS]"),
                    Map.entry("AUTH-5 WebSignInUnfinished", "[AGAIN, DETAILS]"),
                    Map.entry("NET-1 Offline", "[CANCEL, DETAILS]"),
                    Map.entry("NET-2 NameNotFound", "[AGAIN, DETAILS]"),
                    Map.entry("NET-3 NoAnswer", "[TRY_TCP_443, AGAIN, DETAILS]"),
                    Map.entry("NET-3 Unreachable", "[TRY_TCP_443, AGAIN, DETAILS]"),
                    Map.entry("NET-4 Refused", "[AGAIN, COPY_REPORT, DETAILS]"),
                    Map.entry("NET-4 ProxyRefused", "[AGAIN, COPY_REPORT, DETAILS]"),
                    Map.entry("NET-6 LargePacketsLost", "[AGAIN, DETAILS]"),
                    Map.entry("NET-6 NoSettings", "[AGAIN, DETAILS]"),
                    Map.entry("TLS-1 ExtraKeyMismatch", "[IMPORT_FILE, AGAIN, DETAILS]"),
                    Map.entry("TLS-2 HandshakeFailed", "[AGAIN, DETAILS]"),
                    Map.entry(
                            "TLS-3 ServerNotTrusted", "[COPY_CERTIFICATES, COPY_REPORT, DETAILS]"),
                    Map.entry("TLS-3 ServerNotVerifiable", "[COPY_REPORT, DETAILS]"),
                    Map.entry("TLS-4 OwnCertificateExpired", "[IMPORT_FILE, COPY_REPORT]"),
                    Map.entry("TLS-5 ServerCertificateExpired", "[COPY_REPORT, DETAILS]"),
                    Map.entry("TLS-6 CertificateEndsSoon", "[DETAILS]"),
                    Map.entry("CIP-1 NoCommonCipher", "[CHOOSE_FILE, COPY_REPORT, DETAILS]"),
                    Map.entry("CIP-1 InsecureCipher", "[CHOOSE_FILE, COPY_REPORT, DETAILS]"),
                    Map.entry("CFG-1 OptionNotSupported", "[IMPORT_FILE, COPY_REPORT, DETAILS]"),
                    Map.entry("CFG-2 AddressClash", "[DETAILS]"),
                    Map.entry("CFG-3 NotAProfile", "[CHOOSE_FILE]"),
                    Map.entry("CFG-4 KeyMismatch", "[IMPORT_FILE, COPY_REPORT]"),
                    Map.entry("CFG-5 ServerProfile", "[CHOOSE_FILE]"),
                    Map.entry("CFG-6 PartMissing", "[CHOOSE_FILE, COPY_REPORT]"),
                    Map.entry("CFG-7 Unreadable", "[CHOOSE_FILE, COPY_COMMAND]"),
                    Map.entry("HLP-1 HelperNotRunning", "[COPY_COMMAND, AGAIN]"),
                    Map.entry("HLP-2 HelperMissing", "[COPY_COMMAND, AGAIN]"),
                    Map.entry("HLP-3 NotAllowed", "[COPY_COMMAND, AGAIN]"),
                    Map.entry("HLP-4 OtherVersion", "[COPY_COMMAND, AGAIN]"),
                    Map.entry("SYS-1 NoTunDevice", "[AGAIN, COPY_COMMAND, DETAILS]"),
                    Map.entry("SYS-2 NetworkRefused", "[AGAIN, DETAILS]"),
                    Map.entry("SYS-2 AllTrafficTaken", "[AGAIN, DETAILS]"),
                    Map.entry("SYS-3 DnsNotApplied", "[AGAIN, WITHOUT_DNS, DETAILS]"),
                    Map.entry("LNK-1 ConnectionLost", "[DETAILS, DISCONNECT]"),
                    Map.entry("LNK-2 ServerEnded", "[RECONNECT, DETAILS]"),
                    Map.entry("LNK-3 LimitReached", "[RECONNECT, DETAILS]"),
                    Map.entry("KS-1 TrafficBlocked", "[RECONNECT, ALLOW_TRAFFIC, DETAILS]"));

    @TempDir private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void eachFailureHasACodeATitleATextAndNamedButtons(String language) {
        Look look = Sample.look(Locale.forLanguageTag(language));
        for (Failure failure : Failures.all()) {
            Banner banner = Banner.of(failure, look);
            assertEquals(failure.code().text(), banner.code());
            assertFalse(banner.title().isBlank() || banner.text().isBlank(), failure::toString);
            assertFalse((banner.title() + banner.text()).contains("{"), banner::toString);
            for (Remedy remedy : Remedy.listed(failure)) {
                assertFalse(look.text(remedy.key()).isBlank(), remedy::toString);
            }
        }
    }

    @Test
    void eachCodeHasExactlyTheseButtons() {
        var listed = new TreeMap<String, String>();
        for (Failure failure : Failures.all()) {
            String kind = failure.code().text() + " " + failure.getClass().getSimpleName();
            listed.put(kind, Remedy.listed(failure).toString());
        }
        assertEquals(new TreeMap<>(BUTTONS), listed);
    }

    @Test
    void aPermanentFailureOfTheFarSideOffersNoPointlessTry() {
        for (Failure failure : Failures.all()) {
            if (failure.permanent() && !(failure instanceof Failure.AllTrafficTaken)) {
                boolean signIn = failure.code().text().startsWith("AUTH");
                assertEquals(signIn, triesAgain(failure), failure::toString);
            }
        }
    }

    private static boolean triesAgain(Failure failure) {
        List<Remedy> all = Remedy.listed(failure);
        return all.contains(Remedy.AGAIN) || all.contains(Remedy.ENTER_CODE);
    }

    @Test
    void tcp443IsTriedOnlyWhereTheProfileHasItAndItDidNotFail() {
        assertEquals(
                List.of(Remedy.AGAIN, Remedy.DETAILS),
                Remedy.of(Sample.noAnswer(), PLAIN, State.FAILED));
        assertEquals(
                List.of(Remedy.TRY_TCP_443, Remedy.AGAIN, Remedy.DETAILS),
                Remedy.of(Sample.noAnswer(), WEB, State.FAILED));
        var web = Endpoint.parse("203.0.113.7:443").orElseThrow();
        assertEquals(
                List.of(Remedy.AGAIN, Remedy.DETAILS),
                Remedy.of(new Failure.NoAnswer(web, Transport.TCP, false, 10), WEB, State.FAILED));
    }

    @Test
    void aCommandIsOfferedOnlyWhereOneHelps() {
        assertTrue(
                Remedy.of(
                                new Failure.Unreadable(
                                        "/root/a.ovpn", Phrase.of(Phrase.Kind.FORBIDDEN)),
                                PLAIN,
                                State.FAILED)
                        .contains(Remedy.COPY_COMMAND));
        assertFalse(
                Remedy.of(
                                new Failure.Unreadable(
                                        "/root/a.ovpn", Phrase.of(Phrase.Kind.NO_FILE)),
                                PLAIN,
                                State.FAILED)
                        .contains(Remedy.COPY_COMMAND));
    }

    @Test
    void theServiceIsRestartedOnlyWhereSystemdKnowsIt() throws IOException {
        var other = new Failure.OtherVersion(1, 2);
        assertEquals(Optional.empty(), here().against(other));

        Path unit = root.resolve("etc/systemd/system/culvert-helper.service");
        Files.createDirectories(unit.getParent());
        Files.createFile(unit);
        assertEquals(Optional.empty(), here().against(other));

        Files.createDirectories(root.resolve("run/systemd/system"));
        assertEquals(Optional.of("sudo systemctl restart culvert-helper"), here().against(other));
        assertEquals(
                Optional.of("sudo systemctl start culvert-helper"),
                here().against(new Failure.HelperNotRunning("x")));
    }

    @Test
    void withoutAUnitTheHelperIsStartedByItsLauncherOnlyWhereThereIsOne() throws IOException {
        var missing = new Failure.HelperMissing();
        assertEquals(Optional.empty(), here().against(missing));

        Path launcher = Files.createFile(root.resolve("culvert-helper"));
        assertTrue(launcher.toFile().setExecutable(true));
        assertEquals(
                Optional.of("sudo " + launcher + " --owner \"$(id -u)\""), here().against(missing));
    }

    @Test
    void theGroupIsMadeWhereItIsMissing() throws IOException {
        var alien = new Failure.NotAllowed(Phrase.of(Phrase.Kind.NO_MEMBER));
        String join = "sudo usermod -aG culvert \"$USER\"";
        assertEquals(Optional.of("sudo groupadd -f culvert && " + join), here().against(alien));

        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/group"), "root:x:0:\nculvert:x:990:\n");
        assertEquals(Optional.of(join), here().against(alien));
        var strange = new Failure.NotAllowed(Phrase.of(Phrase.Kind.STRANGE_SOCKET));
        assertEquals(Optional.empty(), here().against(strange), "no group helps against that");
    }

    @Test
    void theModuleIsLoadedOnlyWhereTheKernelsModulesAre() throws IOException {
        var none = new Failure.NoTunDevice(Phrase.system(2));
        assertEquals(Optional.empty(), here().against(none));

        Files.createDirectories(
                root.resolve("lib/modules").resolve(System.getProperty("os.version")));
        assertEquals(Optional.of("sudo modprobe tun"), here().against(none));
    }

    private HelpingCommand here() {
        return new HelpingCommand(root, List.of(root));
    }

    @Test
    void bothCertificatesAreCopiedWithTheirNames() {
        assertEquals(
                "Expected: a\nFound: b\n",
                FailureReport.certificates(
                        new Failure.ServerNotTrusted(
                                Phrase.of(Phrase.Kind.NAMED, "a"),
                                Phrase.of(Phrase.Kind.NAMED, "b"))));
    }

    @Test
    void aNameInACommandIsOneWord() {
        assertEquals("/tmp/a.ovpn", HelpingCommand.quoted("/tmp/a.ovpn"));
        assertEquals("'it'\\''s; rm'", HelpingCommand.quoted("it's; rm"));
    }

    @Test
    void theReportNamesProfileFailureAndServer() {
        var connections = new Connections();
        connections.tell(
                List.of(
                        Sample.connection(
                                "Office", org.culvert.ipc.State.FAILED, 2, Sample.noAnswer())));

        String report =
                FailureReport.of(
                        "Office",
                        Sample.noAnswer(),
                        connections.of("Office"),
                        Sample.look(Locale.CHINESE));

        assertTrue(report.startsWith("Culvert, 2026-11-24T14:32:22Z\nProfile: Office\nNET-3 The"));
        assertTrue(report.contains("\nServer: 203.0.113.7:1194 by UDP\n"));
    }
}
