package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.failure.Phrase;
import org.culvert.platform.Batch;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;

import java.nio.charset.StandardCharsets;

/** A TUN device of the Linux kernel; it goes away when it is closed (C: {@code tun.c}). */
final class LinuxTun implements TunDevice {
    private static final String PATH = "/dev/net/tun";
    private static final int REQUEST_LENGTH = 40;
    private static final int FLAGS = 16;
    private static final int SLOTS = 32;
    private static final int SLOT_SIZE = 10 * 1024;

    private final int fd;
    private final String name;

    private LinuxTun(int fd, String name) {
        this.fd = fd;
        this.name = name;
    }

    /** The first device of the names culvert0, culvert1, ... that nobody has. */
    static LinuxTun open() throws PlatformException {
        for (int i = 0; i < Interfaces.MOST; i++) {
            String name = Interfaces.ownName(i);
            if (!Interfaces.exists(name)) {
                return open(name);
            }
        }
        throw new PlatformException("open " + PATH, Phrase.of(Phrase.Kind.NO_NAME_LEFT));
    }

    private static LinuxTun open(String name) throws PlatformException {
        int fd;
        try {
            fd = C.open(PATH, C.O_RDWR | C.O_NONBLOCK | C.O_CLOEXEC);
        } catch (LastErrorException e) {
            throw Errors.of("open " + PATH, e);
        }
        Memory request = Memory.of(REQUEST_LENGTH);
        request.octets().put(0, name.getBytes(StandardCharsets.US_ASCII));
        request.octets().putShort(FLAGS, (short) (C.IFF_TUN | C.IFF_NO_PI | C.IFF_TUN_EXCL));
        try {
            C.ioctl(fd, C.TUNSETIFF, request.address());
        } catch (LastErrorException e) {
            C.close(fd);
            throw Errors.of("ioctl TUNSETIFF " + name, e);
        }
        return new LinuxTun(fd, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Layer layer() {
        return Layer.TUN;
    }

    @Override
    public Batch newBatch() {
        return new NativeBatch(SLOTS, SLOT_SIZE);
    }

    @Override
    public int read(Batch batch) throws PlatformException {
        return Transfer.fill(
                (NativeBatch) batch, address -> Reads.read(fd, address, SLOT_SIZE), name);
    }

    /** A device that is not up yet, or taken down by another, loses packets and stays. */
    @Override
    public int write(Batch batch) throws PlatformException {
        var packets = (NativeBatch) batch;
        for (int i = 0; i < packets.count(); i++) {
            try {
                C.write(fd, packets.address(packets.offset(i)), packets.length(i));
            } catch (LastErrorException e) {
                if (e.getErrorCode() == C.EBADFD) {
                    throw Errors.of("write " + name, e);
                }
            }
        }
        return packets.count();
    }

    @Override
    public int descriptor() {
        return fd;
    }

    @Override
    public void close() {
        C.close(fd);
    }
}
