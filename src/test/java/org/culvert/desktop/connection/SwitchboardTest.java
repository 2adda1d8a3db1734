package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.profile.store.Marks;
import org.culvert.prompt.Answer;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

class SwitchboardTest {
    private final List<String> said = new ArrayList<>();
    private final List<Runnable> asked = new ArrayList<>();
    private final Helper helper = new Helper();
    private final Connections connections = new Connections(() -> Instant.EPOCH);
    private long millis = 10_000;
    private final Switchboard board =
            new Switchboard(
                    connections,
                    helper,
                    () -> Instant.ofEpochMilli(millis),
                    (profile, agreed, declined) -> {
                        asked.add(agreed);
                        asked.add(declined);
                    });

    @Test
    void aToggleConnectsWhatIsOff() {
        board.toggle(card("a"));

        assertEquals(List.of("check a", "connect a"), said);
        assertEquals(State.CONNECTING, state("a"));
    }

    @Test
    void aToggleEndsWhatIsUp() {
        connections.tell(List.of(Told.connection("c1", "a", State.ON)));

        board.toggle(card("a"));

        assertEquals(List.of("disconnect a"), said);
    }

    @Test
    void aSecondToggleWithin800MillisecondsIsIgnored() {
        board.toggle(card("a"));
        millis += 799;
        board.toggle(card("a"));
        assertEquals(List.of("check a", "connect a"), said);

        millis += 1;
        board.toggle(card("a"));
        assertEquals("disconnect a", said.getLast());
    }

    @Test
    void anotherGoesOnlyAfterTheNewOneHasPassedItsChecks() {
        connections.tell(List.of(Told.connection("c1", "a", State.ON)));

        board.toggle(card("b"));

        assertEquals(List.of("check b", "disconnect a", "connect b"), said);
    }

    @Test
    void anotherStaysWhereTheNewOneFailsItsChecks() {
        connections.tell(List.of(Told.connection("c1", "a", State.ON)));
        helper.verdict = Optional.of(new Failure.WrongPassword());

        board.toggle(card("b"));

        assertEquals(List.of("check b"), said);
        assertEquals(State.FAILED, state("b"));
        assertEquals(State.ON, state("a"));
    }

    @Test
    void whatIsBlockedForItsNamesGoesOnWithoutThem() {
        connections.tell(List.of(Told.connection("c1", "a", State.BLOCKED)));

        board.connectWithoutDns(card("a"));

        assertEquals(List.of("check a", "connect a without DNS"), said);
    }

    @Test
    void whatHasFailedCanBeTriedAgain() {
        connections.tell(List.of(Told.connection("c1", "a", State.FAILED)));

        board.connect(card("a"));

        assertEquals(List.of("check a", "connect a"), said);
        assertEquals(State.CONNECTING, state("a"));
    }

    @Test
    void aRefusalOfTheHelperIsShown() {
        helper.refusal = Optional.of(new Failure.HelperNotRunning("/run/x"));

        board.connect(card("a"));

        assertEquals(State.FAILED, state("a"));
    }

    @Test
    void aServerThatCannotBeToldIsAskedFor() {
        helper.verdict = Optional.of(new Failure.ServerNotVerifiable());
        board.connect(card("a"));
        assertEquals(List.of("check a"), said);

        helper.verdict = Optional.empty();
        asked.getFirst().run();
        assertEquals("connect a", said.getLast());
    }

    @Test
    void whoDeclinesIsBackWhereHeWas() {
        helper.verdict = Optional.of(new Failure.ServerNotVerifiable());
        board.connect(card("a"));

        asked.getLast().run();

        assertEquals(State.OFF, state("a"));
    }

    @Test
    void anAttemptThatWasCancelledDuringItsChecksIsNotMade() {
        helper.late = true;
        board.connect(card("a"));
        board.disconnect(card("a"));

        helper.verdicts.getFirst().run();

        assertEquals(List.of("check a", "disconnect a"), said);
    }

    @Test
    void reconnectOfWhatIsOffConnects() {
        board.reconnect(card("a"));
        assertEquals("connect a", said.getLast());

        connections.tell(List.of(Told.connection("c1", "a", State.ON)));
        board.reconnect(card("a"));
        assertEquals("reconnect a", said.getLast());
    }

    private State state(String name) {
        return connections.of(name).state();
    }

    private static ProfileCard card(String name) {
        return new ProfileCard(
                name,
                name,
                "host",
                List.of("UDP 1194"),
                ProfileCard.Traffic.AS_TOLD,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                true,
                Optional.empty(),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    /** Says what it was asked for. */
    private final class Helper implements HelperLink {
        private Optional<Failure> verdict = Optional.empty();
        private Optional<Failure> refusal = Optional.empty();
        private boolean late;
        private final List<Runnable> verdicts = new ArrayList<>();

        @Override
        public void look(boolean seen) {}

        @Override
        public void glance() {}

        @Override
        public void open(Listener listener) {}

        @Override
        public void seek() {}

        @Override
        public void check(String profileId, Consumer<Optional<Failure>> outcome) {
            said.add("check " + profileId);
            if (late) {
                verdicts.add(() -> outcome.accept(verdict));
            } else {
                outcome.accept(verdict);
            }
        }

        @Override
        public void connect(String profileId, Manner manner, Consumer<Failure> refused) {
            said.add(
                    "connect "
                            + profileId
                            + (manner == Manner.WITHOUT_VPN_DNS ? " without DNS" : ""));
            refusal.ifPresent(refused);
        }

        @Override
        public void disconnect(String profile) {
            said.add("disconnect " + profile);
        }

        @Override
        public void reconnect(String profile) {
            said.add("reconnect " + profile);
        }

        @Override
        public void answer(int prompt, Answer answer) {}

        @Override
        public void close() {}
    }
}
