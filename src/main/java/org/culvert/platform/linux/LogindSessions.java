package org.culvert.platform.linux;

import org.culvert.dbus.Bus;
import org.culvert.dbus.Logind;
import org.culvert.platform.LocalSessions;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Sessions by systemd-logind over the system bus; without a bus there is nothing to wait for. */
public final class LogindSessions implements LocalSessions {
    private final Supplier<Optional<Bus>> buses;

    /** {@code buses} opens the system bus anew for each question. */
    LogindSessions(Supplier<Optional<Bus>> buses) {
        this.buses = buses;
    }

    /** Asks the system bus of this machine. */
    public static LogindSessions ofThisMachine() {
        return new LogindSessions(Bus::system);
    }

    @Override
    public Set<Long> activeUids() {
        Optional<Bus> bus = buses.get();
        try {
            return bus.map(Logind::activeUids).orElse(Set.of());
        } finally {
            bus.ifPresent(Bus::close);
        }
    }
}
