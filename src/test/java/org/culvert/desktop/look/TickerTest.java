package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Platform;

import org.culvert.desktop.Fx;
import org.junit.jupiter.api.Test;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class TickerTest {
    private final LinkedBlockingQueue<Boolean> ticks = new LinkedBlockingQueue<>();
    private final Ticker ticker = new Ticker(() -> ticks.add(Platform.isFxApplicationThread()));

    @Test
    void itTicksOnTheApplicationThreadUntilItStops() throws InterruptedException {
        Fx.run(() -> ticker.start(10));
        for (int i = 0; i < 3; i++) {
            assertEquals(true, ticks.poll(10, TimeUnit.SECONDS));
        }
        Fx.run(() -> {
            ticker.stop();
            ticks.clear();
        });

        Fx.settle();
        assertTrue(ticks.isEmpty());
    }

    @Test
    void anotherPaceTakesThePlaceOfTheFirst() throws InterruptedException {
        Fx.run(() -> ticker.start(3_600_000));
        Fx.run(() -> ticker.start(10));

        assertNotNull(ticks.poll(10, TimeUnit.SECONDS));
        Fx.run(ticker::stop);
    }
}
