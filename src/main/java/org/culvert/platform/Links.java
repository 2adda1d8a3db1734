package org.culvert.platform;

/** Opens what a tunnel needs from the operating system. */
public interface Links {
    /** A link; never waits, so a TCP connection is on its way when this returns. */
    Link open(Dial dial) throws PlatformException;

    /** A new TUN device with a name that is free. */
    TunDevice openTun() throws PlatformException;

    /** Waits on {@code descriptor}. */
    Waiter waiterOn(int descriptor) throws PlatformException;
}
