package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A netlink socket: one request, its answer. One thread at a time. */
final class Netlink implements AutoCloseable {
    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int ROOM = 64 * 1024;

    private final int fd;
    private final Memory memory = Memory.of(ROOM);
    private int sequence;

    private Netlink(int fd) {
        this.fd = fd;
    }

    /** {@code protocol}: {@code NETLINK_ROUTE} and the like. */
    static Netlink open(int protocol) throws PlatformException {
        try {
            int type = C.SOCK_RAW | C.SOCK_CLOEXEC;
            return new Netlink(C.socket(C.AF_NETLINK, type, protocol));
        } catch (LastErrorException e) {
            throw Errors.of("socket AF_NETLINK", e);
        }
    }

    /** Makes a change; {@code what} names it in the exception. */
    synchronized void change(NetlinkMessage message, String what) throws PlatformException {
        send(message, what);
        ByteBuffer answer = receive(what);
        if (answer.getShort(4) == ERROR) {
            int errno = -answer.getInt(NetlinkMessage.HEADER);
            if (errno != 0) {
                throw Errors.of(what, errno);
            }
        }
    }

    /** The messages of a dump, each with its header. */
    synchronized List<ByteBuffer> dump(NetlinkMessage message, String what)
            throws PlatformException {
        send(message, what);
        var found = new ArrayList<ByteBuffer>();
        while (true) {
            for (ByteBuffer answer : messages(receive(what))) {
                int type = answer.getShort(4);
                if (type == DONE || type == ERROR) {
                    return found;
                }
                found.add(answer);
            }
        }
    }

    /** The messages that came together, each with its header, as copies. */
    static List<ByteBuffer> messages(ByteBuffer all) {
        var messages = new ArrayList<ByteBuffer>();
        for (int at = 0; at + NetlinkMessage.HEADER <= all.limit(); ) {
            int length = all.getInt(at);
            if (length < NetlinkMessage.HEADER || length > all.limit() - at) {
                return messages;
            }
            messages.add(copy(all.slice(at, length).order(all.order())));
            at += (length + 3) & ~3;
        }
        return messages;
    }

    private static ByteBuffer copy(ByteBuffer from) {
        return ByteBuffer.allocate(from.remaining())
                .order(from.order())
                .put(from.duplicate())
                .flip();
    }

    private void send(NetlinkMessage message, String what) throws PlatformException {
        byte[] octets = message.octets(++sequence);
        memory.octets().put(0, octets);
        try {
            C.send(fd, memory.address(), octets.length, 0);
        } catch (LastErrorException e) {
            throw Errors.of(what, e);
        }
    }

    private ByteBuffer receive(String what) throws PlatformException {
        try {
            int length = (int) C.recv(fd, memory.address(), ROOM, 0);
            return memory.octets().slice(0, length).order(memory.octets().order());
        } catch (LastErrorException e) {
            throw Errors.of(what, e);
        }
    }

    @Override
    public void close() {
        C.close(fd);
    }
}
