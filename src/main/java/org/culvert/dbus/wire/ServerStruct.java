package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A name server: its address family and address. */
public final class ServerStruct extends Struct {
    /** 2 for IPv4, 10 for IPv6. */
    @Position(0)
    public final int family;

    /** 4 or 16 octets. */
    @Position(1)
    public final byte[] address;

    /** The server at {@code address}. */
    public ServerStruct(int family, byte[] address) {
        this.family = family;
        this.address = address.clone();
    }
}
