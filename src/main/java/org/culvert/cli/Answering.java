package org.culvert.cli;

import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.secret.Secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Answers questions from a descriptor, one line a question, or on the terminal. */
final class Answering {
    private final Optional<String> user;
    private final int fd;
    private final Words words;
    private Optional<BufferedReader> lines = Optional.empty();

    Answering(Optional<String> user, int fd, Words words) {
        this.words = words;
        this.user = user;
        this.fd = fd;
    }

    /** The answer; empty where nobody can give one. */
    Optional<Answer> answer(Question question) throws IOException {
        return switch (question) {
            case Question.Credentials asked -> {
                Optional<String> name =
                        user.or(asked::userName).or(() -> visible(words.of("ask.user")));
                Optional<Secret> password = hidden(words.of("ask.password"));
                Optional<Secret> code = Optional.empty();
                if (asked.challenge().isPresent()) {
                    code = code(asked.challenge().get());
                }
                boolean whole = code.isPresent() || asked.challenge().isEmpty();
                yield name.isPresent() && password.isPresent() && whole
                        ? Optional.of(new Answer.Credentials(name.get(), password.get(), code))
                        : Optional.empty();
            }
            case Question.ProxyCredentials asked -> proxyAccount(asked);
            case Question.KeyPassphrase _ ->
                    hidden(words.of("ask.passphrase")).map(Answer.Text::new);
            case Question.Challenge asked -> code(asked).map(Answer.Text::new);
            case Question.TrustUnverified _, Question.OpenPage _ -> Optional.empty();
        };
    }

    /** The passphrase of a file; empty where nobody can give one. */
    Optional<Secret> passphrase() throws IOException {
        return hidden(words.of("ask.passphrase"));
    }

    /** On a descriptor both stand in one line, with a colon between. */
    private Optional<Answer> proxyAccount(Question.ProxyCredentials asked) throws IOException {
        if (fd >= 0) {
            return line().map(text -> text.split(":", 2))
                    .filter(both -> both.length == 2)
                    .map(both -> account(both[0], Secret.ofUtf8(both[1])));
        }
        Optional<String> name = visible(words.of("ask.proxyUser", asked.proxy()));
        Optional<Secret> password =
                name.isEmpty() ? Optional.empty() : hidden(words.of("ask.password"));
        return password.map(secret -> account(name.orElseThrow(), secret));
    }

    private static Answer account(String name, Secret password) {
        return new Answer.Credentials(name, password, Optional.empty());
    }

    private Optional<Secret> code(Question.Challenge asked) throws IOException {
        String text = plain(asked.text()) + " ";
        return asked.echo() && fd < 0 ? visible(text).map(Secret::ofUtf8) : hidden(text);
    }

    /** A server's or a profile's words, without what would steer a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{C}", "");
    }

    private Optional<String> visible(String prompt) {
        return fd >= 0
                ? Optional.empty()
                : Keyboard.get().flatMap(k -> Optional.ofNullable(k.readLine("%s", prompt)));
    }

    private Optional<Secret> hidden(String prompt) throws IOException {
        if (fd >= 0) {
            return line().map(Secret::ofUtf8);
        }
        return Keyboard.get()
                .flatMap(k -> Optional.ofNullable(k.readPassword("%s", prompt)))
                .map(Answering::taken);
    }

    private static Secret taken(char[] typed) {
        Secret secret = Secret.ofUtf8(java.nio.CharBuffer.wrap(typed));
        Arrays.fill(typed, '\0');
        return secret;
    }

    /** The JDK opens descriptors by name only; standard input may not be opened twice. */
    private InputStream input() throws IOException {
        return fd == 0 ? System.in : Files.newInputStream(Path.of("/proc/self/fd/" + fd));
    }

    private Optional<String> line() throws IOException {
        if (lines.isEmpty()) {
            lines =
                    Optional.of(
                            new BufferedReader(
                                    new InputStreamReader(input(), StandardCharsets.UTF_8)));
        }
        return Optional.ofNullable(lines.get().readLine());
    }
}
