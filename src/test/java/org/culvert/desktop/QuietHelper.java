package org.culvert.desktop;

import org.culvert.desktop.link.HelperLink;
import org.culvert.failure.Failure;
import org.culvert.prompt.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A helper that does nothing and remembers what it was answered. */
public class QuietHelper implements HelperLink {
    private final List<Answer> answers = new ArrayList<>();

    /** What it was answered. */
    public List<Answer> answers() {
        return answers;
    }

    @Override
    public void open(Listener listener) {}

    @Override
    public void look(boolean seen) {}

    @Override
    public void glance() {}

    @Override
    public void seek() {}

    @Override
    public void check(String profileId, Consumer<Optional<Failure>> outcome) {
        outcome.accept(Optional.empty());
    }

    @Override
    public void connect(String profileId, Manner manner, Consumer<Failure> refused) {}

    @Override
    public void disconnect(String profile) {}

    @Override
    public void reconnect(String profile) {}

    @Override
    public void answer(int prompt, Answer answer) {
        answers.add(answer);
    }

    @Override
    public void close() {}
}
