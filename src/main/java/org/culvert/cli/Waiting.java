package org.culvert.cli;

import org.culvert.client.HelperConnection;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Waits until a connection stands or has failed, and answers what is asked meanwhile. */
final class Waiting {
    private static final int USUAL_SECONDS = 60;
    private static final int TLS_DONE = 5;

    private final HelperConnection helper;
    private final Terminal terminal;
    private final Notices notices;
    private final Answering answering;
    private final String profile;
    private boolean untilQuiet;
    private int answered;
    private Optional<Failure> lastFailure = Optional.empty();

    Waiting(
            HelperConnection helper,
            Terminal terminal,
            Notices notices,
            Answering answering,
            String profile) {
        this.helper = helper;
        this.terminal = terminal;
        this.notices = notices;
        this.answering = answering;
        this.profile = profile;
    }

    /** Seconds; below 0: only until nothing is asked any more. */
    int run(int seconds) throws IOException {
        untilQuiet = seconds < 0;
        int patience = untilQuiet ? USUAL_SECONDS : seconds;
        long end = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
        notices.skip(); // they may tell of an earlier attempt
        OptionalInt code = judge(HelperCommands.connections(helper));
        while (code.isEmpty() && System.nanoTime() < end && !notices.isOver()) {
            Optional<Response> notice = notices.next(200);
            if (notice.isPresent()
                    && notice.get() instanceof Response.StatusNotice(long _, var all)) {
                code = judge(all);
            }
        }
        return code.isPresent() ? code.getAsInt() : givenUp(patience);
    }

    private int givenUp(int patience) throws IOException {
        if (notices.isOver()) {
            throw new IOException("the helper has ended");
        }
        terminal.complain(terminal.words("tooLong", patience));
        return lastFailure.map(terminal::fail).orElse(FailureCode.NET_3.exitCode());
    }

    private OptionalInt judge(List<Connection> all) throws IOException {
        Optional<Connection> ours =
                all.stream().filter(c -> c.profile().equals(profile)).findFirst();
        return ours.isPresent() ? judge(ours.get()) : OptionalInt.empty();
    }

    /** The exit code; empty to go on. */
    private OptionalInt judge(Connection connection) throws IOException {
        Failure failure = connection.failure();
        lastFailure = failure == null ? lastFailure : Optional.of(failure);
        State state = connection.state();
        if (connection.prompt() != null) {
            return answer(connection.prompt());
        }
        if (state == State.ON || state == State.DEGRADED) {
            StatusText.print(connection, terminal);
            return OptionalInt.of(0);
        }
        if (failure != null && state == State.BLOCKED) {
            StatusText.print(connection, terminal);
            return OptionalInt.of(terminal.fail(failure));
        }
        if (failure != null && state == State.FAILED) {
            helper.ask(id -> new Request.Disconnect(id, Optional.of(profile)));
            return OptionalInt.of(terminal.fail(failure));
        }
        Integer stage = connection.stage();
        boolean quiet = untilQuiet && stage != null && stage >= TLS_DONE;
        return quiet ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private OptionalInt answer(Connection.Prompt prompt) throws IOException {
        if (prompt.promptId() == answered) {
            return OptionalInt.empty();
        }
        answered = prompt.promptId();
        Optional<Answer> answer = answering.answer(prompt.question());
        if (answer.isEmpty()) {
            helper.ask(id -> new Request.Disconnect(id, Optional.of(profile)));
            return OptionalInt.of(unanswered(prompt.question()));
        }
        helper.ask(id -> new Request.Reply(id, prompt.promptId(), answer.get()));
        return OptionalInt.empty();
    }

    /** The server's own word where it has turned an answer down, else what would help. */
    private int unanswered(Question question) {
        if (question instanceof Question.Credentials asked && asked.rejected().isPresent()) {
            Question.Rejection why = asked.rejected().get();
            return terminal.fail(Failure.signIn(why.code(), why.serverText()));
        }
        if (question instanceof Question.ProxyCredentials(String proxy, var _, boolean rejected)) {
            Phrase.Kind reason =
                    rejected ? Phrase.Kind.ACCOUNT_REFUSED : Phrase.Kind.ACCOUNT_WANTED;
            return terminal.fail(new Failure.ProxyRefused(proxy, Phrase.of(reason)));
        }
        boolean locked = question instanceof Question.KeyPassphrase(boolean wrong) && wrong;
        terminal.complain(terminal.words(locked ? "passphraseRefused" : "unanswered"));
        return FailureCode.AUTH_1.exitCode();
    }
}
