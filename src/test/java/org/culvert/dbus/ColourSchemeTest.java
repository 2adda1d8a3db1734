package org.culvert.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.culvert.dbus.ColourScheme.Preference;
import org.junit.jupiter.api.Test;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class ColourSchemeTest {
    private final BlockingQueue<Preference> told = new LinkedBlockingQueue<>();

    @Test
    void thePortalsWordIsReadAndFollowed() throws Exception {
        try (var daemon = new PrivateBus();
                var portal = new FakePortal(daemon.open(), 1);
                Bus bus = daemon.open()) {
            ColourScheme.follow(bus, told::add);
            assertEquals(Preference.DARK, told.poll());

            portal.turnSomethingElse();
            portal.turn(2);
            assertEquals(Preference.LIGHT, told.poll(5, TimeUnit.SECONDS));
            portal.turn(0);
            assertEquals(Preference.NONE, told.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPortalWithoutAPreferenceTellsNothingAtFirst() throws Exception {
        try (var daemon = new PrivateBus();
                var portal = new FakePortal(daemon.open(), 0);
                Bus bus = daemon.open()) {
            ColourScheme.follow(bus, told::add);
            assertNull(told.poll());
            portal.turn(1);
            assertEquals(Preference.DARK, told.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void withoutAPortalNothingIsTold() throws Exception {
        try (var daemon = new PrivateBus();
                Bus bus = daemon.open()) {
            ColourScheme.follow(bus, told::add);
            assertNull(told.poll());
        }
    }
}
