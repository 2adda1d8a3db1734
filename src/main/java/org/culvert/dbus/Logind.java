package org.culvert.dbus;

import org.culvert.dbus.wire.LoginManager;
import org.culvert.dbus.wire.SessionStruct;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** systemd-logind, which knows who sits at this machine. */
public final class Logind {
    static final String NAME = "org.freedesktop.login1";
    static final String PATH = "/org/freedesktop/login1";
    static final String SESSION = "org.freedesktop.login1.Session";

    private Logind() {}

    /** The uids of all who have an active session that is not from afar; none where none runs. */
    public static Set<Long> activeUids(Bus bus) {
        if (!bus.hasOwner(NAME)) {
            return Set.of();
        }
        try {
            return bus.remote(NAME, PATH, LoginManager.class).listSessions().stream()
                    .filter(session -> isActiveHere(bus, session))
                    .map(session -> session.uid.longValue())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (DBusException | DBusExecutionException _) {
            return Set.of();
        }
    }

    private static boolean isActiveHere(Bus bus, SessionStruct session) {
        try {
            Map<String, Variant<?>> facts =
                    bus.remote(NAME, session.path.getPath(), Properties.class).GetAll(SESSION);
            return is(facts, "Active", true)
                    && is(facts, "Remote", false)
                    && is(facts, "Class", "user");
        } catch (DBusException | DBusExecutionException _) {
            return false; // it has ended meanwhile
        }
    }

    private static boolean is(Map<String, Variant<?>> facts, String name, Object value) {
        Variant<?> fact = facts.get(name);
        return fact != null && value.equals(fact.getValue());
    }
}
