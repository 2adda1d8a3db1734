package org.culvert.desktop.profiles;

import org.culvert.desktop.connection.Situation;

import java.util.List;

/** What can be done with a profile, in the order of its menu. */
enum RowDeed {
    /** Start. */
    CONNECT,
    /** End an attempt. */
    CANCEL,
    /** End the tunnel. */
    DISCONNECT,
    /** Drop the link and begin anew. */
    RECONNECT,
    /** Block traffic while the tunnel is down, or do not. */
    BLOCK_DROPS,
    /** Leave the network around reachable, or do not. */
    ALLOW_LAN,
    /** Stand at the top, or not. */
    FAVOURITE,
    /** Words to find it by. */
    TAGS,
    /** Once more under another name. */
    DUPLICATE,
    /** Into a file, as it came. */
    EXPORT,
    /** Into a file, with all its parts. */
    EXPORT_INLINED,
    /** Give another name. */
    RENAME,
    /** Take it from the list. */
    REMOVE;

    /** What can be done now: a profile in use keeps its name, by which the helper knows it. */
    static List<RowDeed> of(Situation now) {
        return switch (now.state()) {
            case OFF, FAILED ->
                    List.of(
                            CONNECT,
                            BLOCK_DROPS,
                            ALLOW_LAN,
                            FAVOURITE,
                            TAGS,
                            RENAME,
                            DUPLICATE,
                            EXPORT,
                            EXPORT_INLINED,
                            REMOVE);
            case CONNECTING, NEED_USER -> List.of(CANCEL);
            case ON, DEGRADED, RECONNECTING, BLOCKED -> List.of(DISCONNECT, RECONNECT);
        };
    }
}
