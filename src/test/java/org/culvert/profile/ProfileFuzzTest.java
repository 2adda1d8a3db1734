package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Damaged profiles end in a report, never in an exception or a hang. As many as {@code fuzz.runs}
 * says; the complete number runs with {@code -Pfull}. A run is repeated by its number.
 */
class ProfileFuzzTest {
    private static final long RUNS = Long.getLong("fuzz.runs", 1_000_000);
    private static final int DEEP = 64;
    private static final long LIMIT_NANOS = 10_000_000_000L;

    private final AtomicLong slowest = new AtomicLong();

    @Test
    void anyDamagedProfileIsReadToItsEnd() throws IOException {
        var mutation = new Mutation(originals(), Mutation.dictionary());

        LongStream.range(0, RUNS).parallel().forEach(number -> run(number, mutation.of(number)));

        System.out.printf(
                "%d damaged profiles, the slowest took %d ms (limit 10 s)%n",
                RUNS, slowest.get() / 1_000_000);
        assertTrue(slowest.get() < LIMIT_NANOS);
    }

    private void run(long number, byte[] octets) {
        long begun = System.nanoTime();
        try {
            read(octets, number % DEEP == 0);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("run " + number, e);
        }
        long took = System.nanoTime() - begun;
        slowest.accumulateAndGet(took, Math::max);
    }

    /** The importer too, its report and what it means, for one in many. */
    private static void read(byte[] octets, boolean deep) {
        if (!(Profile.read("x.ovpn", octets) instanceof Profile.Good(Profile profile)) || !deep) {
            return;
        }
        Luggage luggage = Luggage.ofText("x.ovpn", octets);
        Importer.Result result = Importer.read(luggage.profiles().getFirst(), Map.of(), luggage);
        if (result instanceof Importer.Imported imported) {
            Connecting.Result connecting = Connecting.of("x", imported.profile(), true, false);
            assertTrue(!connecting.toString().isEmpty());
        }
        profile.problems().forEach(problem -> ProblemText.of(problem, Locale.ENGLISH));
        var lines =
                SummaryText.of(Summary.of(profile), Locale.ENGLISH, Instant.EPOCH, ZoneOffset.UTC);
        assertTrue(!lines.isEmpty());
    }

    private static List<byte[]> originals() throws IOException {
        return Shapes.all().map(shape -> octets(shape.file())).toList();
    }

    private static byte[] octets(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "\"",
                "'",
                "\\",
                "a ",
                "<a>\n",
                "<ca>\n",
                "</ca>\n",
                "remote a\n",
                "#",
                "\n",
                "remote-cert-tls server\n",
                "-----BEGIN X-----\n",
                "<connection>\n",
                "a\u00a0",
                "verify-x509-name \"",
                "route 10.0.0.0 255.0.0.0\n",
                "zzzzzzzzzz\n",
                "\u4e2d "
            })
    void aMebibyteOfOneThingIsReadInTime(String thing) {
        String start = "client\n";
        int times = (ProfileText.LARGEST - 64) / thing.getBytes(StandardCharsets.UTF_8).length;
        byte[] octets = (start + thing.repeat(times)).getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();

        read(octets, true);

        assertTrue(System.nanoTime() - begun < LIMIT_NANOS, thing);
    }
}
