package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.keys.TestPki;
import org.culvert.net.Transport;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Profile;
import org.culvert.profile.store.StoredProfile;
import org.culvert.spec.Drops;
import org.culvert.spec.Lan;
import org.culvert.spec.Protection;
import org.culvert.spec.Remote;
import org.culvert.spec.Routing;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

class PreparationTest {
    @Test
    void aGoodProfileIsReady() {
        var ready = assertInstanceOf(Connecting.Ready.class, of(TestProfiles.text()));

        assertEquals("Office", ready.spec().profile());
    }

    @Test
    void aServerThatCannotBeToldNeedsConsent() {
        assertInstanceOf(Failure.ServerNotVerifiable.class, failure(of(TestProfiles.unverified())));
    }

    @Test
    void consentIsKeptWithTheProfile() {
        var agreed = TestProfiles.stored("Office", TestProfiles.unverified()).unverified();

        assertInstanceOf(Connecting.Ready.class, Preparation.of(agreed, false, TestPki.NOW));
    }

    @Test
    void consentDoesNotHoldForOtherContents() {
        String text = TestProfiles.unverified();
        var other = TestProfiles.stored("Office", text).unverified().replaced("b.ovpn", text, text);

        assertInstanceOf(
                Failure.ServerNotVerifiable.class,
                failure(Preparation.of(other, false, TestPki.NOW)));
    }

    @Test
    void anEndedCertificateIsNotTried() {
        assertInstanceOf(Failure.OwnCertificateExpired.class, failure(of(TestProfiles.ended())));
    }

    @Test
    void aCertificateOfTheFutureIsNotTried() {
        var stored = TestProfiles.stored("Office", TestProfiles.text());
        var early = TestPki.NOW.minus(Duration.ofDays(4000));

        assertInstanceOf(
                Failure.OwnCertificateExpired.class, failure(Preparation.of(stored, false, early)));
    }

    @Test
    void aRandomOrderKeepsEveryServer() {
        String more = "remote b.example\nremote c.example\nremote d.example";
        var told = assertInstanceOf(Connecting.Ready.class, of(TestProfiles.text(more)));
        var shuffled =
                assertInstanceOf(
                        Connecting.Ready.class, of(TestProfiles.text(more, "remote-random")));

        assertEquals(4, shuffled.spec().remotes().size());
        assertEquals(Set.copyOf(told.spec().remotes()), Set.copyOf(shuffled.spec().remotes()));
    }

    @Test
    void onlyTheServersOnTcp443AreLeftWhereThereAreSome() {
        var told = of(TestProfiles.text("remote b.example 443 tcp", "remote c.example 443 udp"));
        var web = assertInstanceOf(Connecting.Ready.class, Preparation.byTcp443(told));
        assertEquals(List.of(new Remote("b.example", 443, Transport.TCP)), web.spec().remotes());

        Connecting.Result plain = of(TestProfiles.text());
        assertEquals(plain, Preparation.byTcp443(plain));
        Connecting.Result blocked = of(TestProfiles.ended());
        assertEquals(blocked, Preparation.byTcp443(blocked));
    }

    @Test
    void trafficIsBlockedWhileTheTunnelIsDownUnlessThePersonHasChosenOtherwise() {
        var stored = TestProfiles.stored("Office", TestProfiles.text("redirect-gateway def1"));

        assertTrue(killSwitch(stored));
        assertFalse(killSwitch(stored.withProtection(Protection.USUAL.with(Drops.LET_OUT))));
        assertTrue(killSwitch(stored.withProtection(Protection.USUAL)));
    }

    @Test
    void theNetworkAroundIsReachableUnlessThePersonHasChosenOtherwise() {
        var stored = TestProfiles.stored("Office", TestProfiles.text("redirect-gateway def1"));

        assertTrue(routing(stored).lanAllowed());
        var closed = stored.withProtection(Protection.USUAL.with(Lan.CLOSED));
        assertFalse(routing(closed).lanAllowed());
        assertTrue(killSwitch(closed), "the other switch stays");
    }

    private static boolean killSwitch(StoredProfile stored) {
        return routing(stored).killSwitch();
    }

    private static Routing routing(StoredProfile stored) {
        var ready =
                assertInstanceOf(
                        Connecting.Ready.class, Preparation.of(stored, false, TestPki.NOW));
        return ready.spec().routing();
    }

    @Test
    void aNameIsThatOfTheFileWithoutItsEnd() {
        assertEquals("my.office", name("/a/my.office.ovpn", ""));
        assertEquals("vpn.example.org", name("/a/\uD83D\uDE80.ovpn", ""));
        assertEquals("DE 1", name("/a/\uD83C\uDDE9\uD83C\uDDEA 1.ovpn", ""));
        assertEquals("Head office", name("/a/x.ovpn", "setenv FRIENDLY_NAME \"Head office\"\n"));
        assertEquals("Lab", name("/a/x.ovpn", "#viscosity name Lab\n"));
        assertEquals(
                "anna@office",
                name("/a/x.ovpn", "# OVPN_ACCESS_SERVER_FRIENDLY_NAME=anna@office\r\n"));
    }

    private static Connecting.Result of(String text) {
        return Preparation.of(TestProfiles.stored("Office", text), false, TestPki.NOW);
    }

    private static Failure failure(Connecting.Result result) {
        return assertInstanceOf(Connecting.Blocked.class, result).failure();
    }

    private static String name(String file, String lines) {
        String text = lines + TestProfiles.text();
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        Profile profile =
                assertInstanceOf(Profile.Good.class, Profile.read("x.ovpn", octets)).profile();
        return Preparation.nameOf(
                Path.of(file), new Importer.Imported(profile, text, text, List.of()));
    }
}
