package org.culvert.dbus;

import org.culvert.dbus.wire.StatusNotifierWatcher;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A watcher with or without a host, on a connection of its own. */
public final class FakeWatcher extends Served implements StatusNotifierWatcher, AutoCloseable {
    private static final String NAME = "org.kde.StatusNotifierWatcher";

    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final Bus bus;
    private volatile boolean host;

    /** Appears on {@code bus}, which it closes at the end. */
    public FakeWatcher(Bus bus, boolean host) throws DBusException {
        super(PATH);
        this.bus = bus;
        this.host = host;
        bus.export(PATH, this);
        bus.own(NAME);
    }

    /** A host comes. */
    public void hostComes() throws DBusException {
        host = true;
        bus.emit(new StatusNotifierHostRegistered(PATH));
    }

    /** The next item that registers. */
    public String nextItem() throws InterruptedException {
        String name = registered.poll(5, TimeUnit.SECONDS);
        if (name == null) {
            throw new AssertionError("nothing registers");
        }
        return name;
    }

    /** The connection it stands on, to read items with. */
    public Bus bus() {
        return bus;
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.of("IsStatusNotifierHostRegistered", new Variant<>(host));
    }

    @Override
    public void registerStatusNotifierItem(String service) {
        registered.add(service);
    }

    @Override
    public void close() {
        bus.close();
    }
}
