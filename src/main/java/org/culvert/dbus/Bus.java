package org.culvert.dbus;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.messages.DBusSignal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection of our own to a bus. Where there is no bus that is known at once; a bus that does
 * not answer is given up after two seconds. The services in this package are built on it.
 */
public final class Bus implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 2000;
    private static final String DAEMON = "org.freedesktop.DBus";
    private static final Logger QUIET = Logger.getLogger("org.freedesktop.dbus");

    static {
        QUIET.setLevel(Level.OFF); // it writes a line a connection, and one more when a peer leaves
    }

    private final DBusConnection connection;

    private Bus(DBusConnection connection) {
        this.connection = connection;
    }

    /** The bus of this user's session, where there is one. */
    public static Optional<Bus> session() {
        return sessionAddress(System.getenv()).flatMap(Bus::at);
    }

    /** The bus of this machine, where there is one. */
    public static Optional<Bus> system() {
        return systemAddress(System.getenv()).flatMap(Bus::at);
    }

    /** The bus at {@code address}, where one answers. */
    public static Optional<Bus> at(String address) {
        var opened = new CompletableFuture<Optional<Bus>>();
        Thread.ofPlatform()
                .daemon()
                .name("bus-opener")
                .start(() -> opened.complete(connect(address)));
        try {
            return opened.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // whoever listens there speaks no D-Bus
        }
        var _ = opened.thenAccept(late -> late.ifPresent(Bus::close));
        return Optional.empty();
    }

    private static Optional<Bus> connect(String address) {
        try {
            return Optional.of(
                    new Bus(DBusConnectionBuilder.forAddress(address).withShared(false).build()));
        } catch (DBusException | RuntimeException _) {
            return Optional.empty();
        }
    }

    static Optional<String> sessionAddress(Map<String, String> environment) {
        return named(environment, "DBUS_SESSION_BUS_ADDRESS")
                .or(() ->
                        named(environment, "XDG_RUNTIME_DIR")
                                .flatMap(folder -> socket(Path.of(folder, "bus"))));
    }

    static Optional<String> systemAddress(Map<String, String> environment) {
        return named(environment, "DBUS_SYSTEM_BUS_ADDRESS")
                .or(() -> socket(Path.of("/run/dbus/system_bus_socket")))
                .or(() -> socket(Path.of("/var/run/dbus/system_bus_socket")));
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    private static Optional<String> socket(Path path) {
        return Files.exists(path) ? Optional.of("unix:path=" + path) : Optional.empty();
    }

    /** Whether somebody owns the name {@code name} now. */
    public boolean hasOwner(String name) {
        try {
            return daemon().NameHasOwner(name);
        } catch (DBusException | DBusExecutionException _) {
            return false;
        }
    }

    /** Tells {@code listener} from now on whether somebody owns {@code name}, at each change. */
    void onOwner(String name, Consumer<Boolean> listener) throws DBusException {
        onSignal(
                DBus.NameOwnerChanged.class,
                change -> {
                    if (change.name.equals(name)) {
                        listener.accept(!change.newOwner.isEmpty());
                    }
                });
    }

    private DBus daemon() throws DBusException {
        return remote(DAEMON, "/org/freedesktop/DBus", DBus.class);
    }

    /** The object at {@code path} of {@code name}; nothing is asked yet. */
    <T extends DBusInterface> T remote(String name, String path, Class<T> type)
            throws DBusException {
        return connection.getRemoteObject(name, path, type, false);
    }

    /** Hears all signals of a kind, whoever sends them. */
    <T extends DBusSignal> void onSignal(Class<T> kind, DBusSigHandler<T> handler)
            throws DBusException {
        connection.addSigHandler(kind, handler);
    }

    /** Makes {@code object} answer at {@code path}. */
    void export(String path, DBusInterface object) throws DBusException {
        connection.exportObject(path, object);
    }

    /** Takes a well-known name. */
    void own(String name) throws DBusException {
        connection.requestBusName(name);
    }

    /** Gives a well-known name back. */
    void disown(String name) throws DBusException {
        connection.releaseBusName(name);
    }

    void emit(DBusSignal signal) {
        connection.sendMessage(signal);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
