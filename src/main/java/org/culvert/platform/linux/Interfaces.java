package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;

/** Names and indexes of network devices. */
final class Interfaces {
    private Interfaces() {}

    static boolean exists(String name) {
        try {
            return C.if_nametoindex(name) > 0;
        } catch (LastErrorException _) {
            return false;
        }
    }

    static int index(String name) throws PlatformException {
        try {
            return C.if_nametoindex(name);
        } catch (LastErrorException e) {
            throw Errors.of("device " + name, C.ENODEV);
        }
    }
}
