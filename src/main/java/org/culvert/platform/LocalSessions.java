package org.culvert.platform;

import java.util.Set;

/** Who sits at this machine, as the system's login service knows it. */
@FunctionalInterface
public interface LocalSessions {
    /** The uids with an active local session; empty where no service tells. */
    Set<Long> activeUids();
}
