package org.culvert.dbus;

import org.culvert.dbus.wire.LoginManager;
import org.culvert.dbus.wire.SessionStruct;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What systemd-logind is to its callers: sessions with their facts. */
public final class FakeLogind implements LoginManager {
    private final Bus bus;
    private final List<SessionStruct> sessions = new ArrayList<>();

    private FakeLogind(Bus bus) {
        this.bus = bus;
    }

    /** Serves on {@code bus} from now on. */
    public static FakeLogind on(Bus bus) throws DBusException {
        var logind = new FakeLogind(bus);
        bus.export(Logind.PATH, logind);
        bus.own(Logind.NAME);
        return logind;
    }

    /** A session of {@code uid} more. */
    public void add(long uid, boolean active, boolean remote, String kind) throws DBusException {
        String path = Logind.PATH + "/session/s" + sessions.size();
        bus.export(path, new Session(path, active, remote, kind));
        sessions.add(
                new SessionStruct(
                        "s" + sessions.size(),
                        new UInt32(uid),
                        "user" + uid,
                        remote ? "" : "seat0",
                        new DBusPath(path)));
    }

    /** A session that has ended since it was listed. */
    public void addEnded(long uid) {
        sessions.add(
                new SessionStruct(
                        "gone",
                        new UInt32(uid),
                        "gone",
                        "seat0",
                        new DBusPath(Logind.PATH + "/session/gone")));
    }

    @Override
    public List<SessionStruct> listSessions() {
        return List.copyOf(sessions);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return Logind.PATH;
    }

    private record Session(String path, boolean active, boolean remote, String kind)
            implements Properties {
        @Override
        public Map<String, Variant<?>> GetAll(String type) {
            return Map.of(
                    "Active", new Variant<>(active),
                    "Remote", new Variant<>(remote),
                    "Class", new Variant<>(kind));
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface is the library's
        public <A> A Get(String type, String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public <A> void Set(String type, String name, A value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public boolean isRemote() {
            return false;
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }
}
