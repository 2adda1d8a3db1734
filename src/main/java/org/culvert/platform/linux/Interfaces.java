package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;

import java.util.HashSet;
import java.util.Set;

/** Names and indexes of network devices. */
final class Interfaces {
    /** Most devices that bear our names. */
    static final int MOST = 100;

    private Interfaces() {}

    /** The name of our device number {@code i}. */
    static String ownName(int i) {
        return "culvert" + i;
    }

    /** Whether a device of this name can be one of ours. */
    static boolean isOwnName(String name) {
        return name.matches("culvert[0-9]{1,2}");
    }

    /** The indexes of the devices with our names. */
    static Set<Integer> ours() {
        var indexes = new HashSet<Integer>();
        for (int i = 0; i < MOST; i++) {
            try {
                indexes.add(C.if_nametoindex(ownName(i)));
            } catch (LastErrorException _) {
                // there is none of this name
            }
        }
        return indexes;
    }

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
