package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.desktop.Sample;
import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class RemedyTest {
    private static final Failure.Place PLACE = new Failure.Place("office.ovpn", 9);

    @Test
    void eachFailureOffersOneToThreeThings() {
        for (Failure failure : failures()) {
            int count = Remedy.of(failure).size();
            assertTrue(count >= 1 && count <= 3, failure + ": " + count);
        }
    }

    @Test
    void aPermanentFailureOfTheFileAsksForAnother() {
        assertEquals(
                List.of(Remedy.CHOOSE_FILE),
                Remedy.of(new Failure.NotAProfile("a.ovpn", FileKind.HTML)));
        assertEquals(
                Remedy.IMPORT_FILE,
                Remedy.of(new Failure.OwnCertificateExpired(Instant.EPOCH, Instant.EPOCH))
                        .getFirst());
    }

    @Test
    void aTransientFailureTriesAgainFirst() {
        assertEquals(List.of(Remedy.AGAIN, Remedy.DETAILS), Remedy.of(Sample.noAnswer()));
    }

    @Test
    void aCommandIsOfferedOnlyWhereOneHelps() {
        assertTrue(
                Remedy.of(new Failure.Unreadable("/root/a.ovpn", "permission denied"))
                        .contains(Remedy.COPY_COMMAND));
        assertFalse(
                Remedy.of(new Failure.Unreadable("/root/a.ovpn", "it is a folder"))
                        .contains(Remedy.COPY_COMMAND));
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

    private static List<Failure> failures() {
        return List.of(
                new Failure.WrongPassword(),
                new Failure.SignInRefused("no"),
                new Failure.SessionEnded(""),
                new Failure.CodeRefused(""),
                new Failure.WebSignInUnfinished(),
                new Failure.Offline(),
                new Failure.NameNotFound("vpn.example.org", "timeout"),
                Sample.noAnswer(),
                new Failure.HandshakeFailed("alert 40"),
                new Failure.ServerNotTrusted("a", "b"),
                new Failure.ServerNotVerifiable(),
                new Failure.NoCommonCipher("BF-CBC"),
                new Failure.OptionNotSupported(PLACE, "dev tap"),
                new Failure.KeyMismatch(PLACE, PLACE),
                new Failure.ServerProfile(PLACE, "server"),
                new Failure.PartMissing(PLACE, "ca", Optional.of("ca.crt")),
                new Failure.Unreadable("a.ovpn", "permission denied"),
                new Failure.HelperNotRunning("/run/culvert/helper.sock"),
                new Failure.HelperMissing(),
                new Failure.NotAllowed("remote session"),
                new Failure.OtherVersion(1, 2),
                new Failure.NoTunDevice("missing"),
                new Failure.NetworkRefused("10.8.0.0/24", "File exists"),
                new Failure.DnsNotApplied(List.of(), "read-only"),
                new Failure.ConnectionLost(14),
                new Failure.ServerEnded("restart", false),
                new Failure.TrafficBlocked());
    }
}
