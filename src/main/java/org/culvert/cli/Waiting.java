package org.culvert.cli;

import org.culvert.client.HelperConnection;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.prompt.Answer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Waits until a connection stands or has failed, and answers what is asked meanwhile. */
final class Waiting {
    private static final int NEVER_ASKED = -1;

    private final HelperConnection helper;
    private final Terminal terminal;
    private final Notices notices;
    private final Answering answering;
    private final String profile;
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
        boolean untilQuiet = seconds < 0;
        long end = System.nanoTime() + (untilQuiet ? 60 : seconds) * 1_000_000_000L;
        while (System.nanoTime() < end && !notices.isOver()) {
            Optional<Response> notice = notices.next(200);
            if (notice.isPresent()
                    && notice.get()
                            instanceof Response.StatusNotice(long _, List<Connection> all)) {
                for (Connection connection : all) {
                    if (connection.profile().equals(profile)) {
                        int code = judge(connection, untilQuiet);
                        if (code != NEVER_ASKED) {
                            return code;
                        }
                    }
                }
            }
        }
        return lastFailure.map(terminal::fail).orElse(FailureCode.NET_3.exitCode());
    }

    /** The exit code, or {@link #NEVER_ASKED} to go on. */
    private int judge(Connection connection, boolean untilQuiet) throws IOException {
        Failure failure = connection.failure();
        lastFailure = failure == null ? lastFailure : Optional.of(failure);
        if (connection.prompt() != null) {
            return answer(connection.prompt());
        }
        if (connection.state() == State.ON || connection.state() == State.DEGRADED) {
            StatusText.print(connection, terminal);
            return 0;
        }
        if (failure != null && HelperCommands.isSettled(connection.state())) {
            helper.ask(id -> new Request.Disconnect(id, Optional.of(profile)));
            return terminal.fail(failure);
        }
        Integer stage = connection.stage();
        boolean pastQuestions = stage != null && stage >= 5;
        return untilQuiet && pastQuestions ? 0 : NEVER_ASKED;
    }

    private int answer(Connection.Prompt prompt) throws IOException {
        if (prompt.promptId() == answered) {
            return NEVER_ASKED;
        }
        answered = prompt.promptId();
        Optional<Answer> answer = answering.answer(prompt.question());
        if (answer.isEmpty()) {
            helper.ask(id -> new Request.Disconnect(id, Optional.of(profile)));
            return terminal.fail(new Failure.WrongPassword());
        }
        helper.ask(id -> new Request.Reply(id, prompt.promptId(), answer.get()));
        return NEVER_ASKED;
    }
}
