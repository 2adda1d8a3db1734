package org.culvert.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

class RowFaceTest {
    private final Look look = Sample.look(Locale.ENGLISH);
    private final ProfileCard office = Sample.card("Office", "vpn.example.org");

    @Test
    void aRestingProfileNamesItsServer() {
        assertEquals(
                new RowFace(
                        State.OFF,
                        "Office",
                        "vpn.example.org",
                        "muted",
                        new RowFace.Tail.Nothing()),
                resting(office));
    }

    @Test
    void aProfileThatAsksSaysSoBesideALock() {
        RowFace face = resting(Sample.asking("University", "vpn.university.example"));

        assertEquals("Asks for a password", face.line());
        assertEquals(new RowFace.Tail.Lock(), face.tail());
    }

    @Test
    void aCertificateThatEndsSoonIsABadge() {
        assertEquals(badge("6 days left"), resting(ending(Duration.ofDays(6))).tail());
        assertEquals(badge("1 day left"), resting(ending(Duration.ofHours(30))).tail());
        assertEquals(badge("ends today"), resting(ending(Duration.ofHours(3))).tail());
        assertEquals(new RowFace.Tail.Nothing(), resting(ending(Duration.ofDays(30))).tail());
    }

    @Test
    void anEndedCertificateIsTheLine() {
        RowFace face = resting(ending(Duration.ofDays(-266)));

        assertEquals(State.FAILED, face.shape());
        assertEquals("Certificate ended 3 Mar 2026", face.line());
        assertEquals("bad", face.role());
    }

    @Test
    void aDraftSaysThatItCannotBeConnected() {
        assertEquals("Cannot be connected", resting(Sample.draft("Plant", "line 31")).line());
    }

    @Test
    void aTunnelShowsItsRatesAndItsAge() {
        var connections = new Connections();
        connections.tell(List.of(Sample.connection("Office", State.ON, null, null)));
        connections.sample("c-Office", new TrafficSample(1000, 1000, 4_225_000, 387_500, 0, 0, 24));

        RowFace face =
                RowFace.of(office, connections.of("Office"), connections.track("Office"), look);

        assertEquals("↓ 33.8   ↑ 3.10 Mbit/s", face.line());
        assertEquals(new RowFace.Tail.Words("1:12", "muted"), face.tail());
    }

    @Test
    void anAttemptNamesItsStage() {
        RowFace face = told(State.CONNECTING, 4, null);

        assertEquals("Signing in", face.line());
        assertEquals(new RowFace.Tail.Words("4/7", "busy"), face.tail());
    }

    @Test
    void aFailureIsItsTitleBesideItsCode() {
        RowFace face = told(State.FAILED, 2, Sample.noAnswer());

        assertEquals("The server does not answer", face.line());
        assertEquals(new RowFace.Tail.Words("NET-3", "bad"), face.tail());
    }

    @Test
    void aSilentAndABlockedTunnelSaySo() {
        assertEquals("No answer for 1 h 12 min", told(State.DEGRADED, null, null).line());
        assertEquals("Traffic is blocked", told(State.BLOCKED, null, null).line());
        assertEquals("Reconnecting, attempt 2", told(State.RECONNECTING, null, null).line());
        assertEquals("Waiting for you", told(State.NEED_USER, 4, null).line());
    }

    private RowFace resting(ProfileCard card) {
        var connections = new Connections();
        return RowFace.of(card, connections.of(card.name()), connections.track(card.name()), look);
    }

    private RowFace told(State state, @Nullable Integer stage, @Nullable Failure failure) {
        var connections = new Connections();
        connections.tell(List.of(Sample.connection("Office", state, stage, failure)));
        return RowFace.of(office, connections.of("Office"), connections.track("Office"), look);
    }

    private static ProfileCard ending(Duration left) {
        return Sample.ending("Client B", "vpn.client-b.example", left);
    }

    private static RowFace.Tail badge(String text) {
        return new RowFace.Tail.Badge(text);
    }
}
