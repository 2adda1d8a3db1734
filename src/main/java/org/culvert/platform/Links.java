package org.culvert.platform;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;

/** Opens what a tunnel needs from the operating system. */
public interface Links {
    /**
     * A link to {@code remote}: UDP connected, or TCP connected within {@code timeoutMillis}.
     *
     * @param mark of the socket, 0 for none
     */
    Link open(Endpoint remote, Transport transport, int mark, int timeoutMillis)
            throws PlatformException;

    /** A new TUN device with a name that is free. */
    TunDevice openTun() throws PlatformException;

    /** Waits on {@code descriptor}. */
    Waiter waiterOn(int descriptor) throws PlatformException;
}
