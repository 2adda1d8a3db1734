package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class CertificateWatchTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "720, 0", "719, 30", "168, 30", "167, 7", "24, 7", "23, 1", "1, 1", "0, 0", "-5, 0"
    })
    void isSaid30And7And1DaysAheadAndNotAfterTheEnd(int hours, int stage) {
        Instant ends = NOW.plus(Duration.ofHours(hours));

        assertEquals(stage, CertificateWatch.stage(ends, NOW).orElse(0));
        assertEquals(stage > 0, CertificateWatch.notice(ends, NOW).isPresent());
    }

    @Test
    void theNoticeNamesTheDaysLeft() {
        Instant ends = NOW.plus(Duration.ofHours(150));

        assertEquals(
                Optional.of(new Failure.CertificateEndsSoon(ends, 6)),
                CertificateWatch.notice(ends, NOW));
    }
}
