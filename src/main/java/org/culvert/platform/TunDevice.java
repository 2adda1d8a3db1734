package org.culvert.platform;

/** A virtual network device of layer 3 (C: {@code struct tuntap}). It goes away when closed. */
public interface TunDevice extends AutoCloseable {
    /** Which packets the device carries. */
    enum Layer {
        /** IP packets. */
        TUN
    }

    /** The kernel's name of it. */
    String name();

    /** What it carries. */
    Layer layer();

    /** A batch of the shape that this device likes best. */
    Batch newBatch();

    /** Clears and fills {@code batch}; returns the packets read, 0 where none wait. */
    int read(Batch batch) throws PlatformException;

    /** Writes all packets of {@code batch}; returns how many the kernel took. */
    int write(Batch batch) throws PlatformException;

    /** What a {@link Waiter} waits on. */
    int descriptor();

    @Override
    void close();
}
