package org.culvert.desktop;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.culvert.client.CertificateWatch;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.profile.store.PrivateFile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says 30, 7 and 1 days ahead that a certificate ends, once each; what has been said is kept in a
 * file. Used on one thread, the file on the disk's.
 */
final class CertificateNotices {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private final Look look;
    private final Path file;
    private final Executor disk;
    private final BiConsumer<String, String> say;
    private final Properties said;

    /** What was said before is in {@code file}; {@code say} gets a title and a text. */
    CertificateNotices(Look look, Path file, Executor disk, BiConsumer<String, String> say) {
        this.look = look;
        this.file = file;
        this.disk = disk;
        this.say = say;
        said = read(file);
    }

    private static Properties read(Path file) {
        var said = new Properties();
        try {
            said.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException _) {
            said.clear();
        }
        return said;
    }

    /** Looks again each hour from now on. */
    void watch(Supplier<List<ProfileCard>> profiles) {
        var hours = new Timeline(new KeyFrame(Duration.hours(1), tick -> look(profiles.get())));
        hours.setCycleCount(Animation.INDEFINITE);
        hours.play();
    }

    /** Says what is due of {@code profiles} now. */
    void look(List<ProfileCard> profiles) {
        Instant now = look.clock().instant();
        profiles.forEach(card -> card.certificateEnds().ifPresent(ends -> look(card, ends, now)));
    }

    private void look(ProfileCard card, Instant ends, Instant now) {
        OptionalInt due = CertificateWatch.stage(ends, now);
        String stage = Integer.toString(due.orElse(0));
        if (due.isEmpty() || stage.equals(said.getProperty(key(card, ends)))) {
            return;
        }
        CertificateWatch.notice(ends, now).ifPresent(notice -> say(card, notice));
        said.setProperty(key(card, ends), stage);
        keep();
    }

    /** Profiles that share a certificate are one notice. */
    private static String key(ProfileCard card, Instant ends) {
        int name = card.certificate().orElse("").hashCode();
        return ends.getEpochSecond() + "-" + Integer.toHexString(name);
    }

    private void say(ProfileCard card, Failure notice) {
        FailureText words = FailureText.of(notice, look.texts().locale());
        LOG.log(System.Logger.Level.INFO, FailureText.line(notice, Locale.ENGLISH));
        say.accept(card.name() + ": " + words.title(), words.text());
    }

    private void keep() {
        String text =
                new TreeMap<>(said)
                        .entrySet().stream()
                                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                                .collect(Collectors.joining());
        disk.execute(() -> {
            try {
                PrivateFile.write(file, text);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.INFO, "{0}: {1}", file, e.getMessage());
            }
        });
    }
}
