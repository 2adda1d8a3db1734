package org.culvert.tunnel;

/** Who hears of a tunnel; called on its control thread. */
public interface TunnelWatcher {
    /** Something about the tunnel is different now. */
    void changed(TunnelStatus status);

    /** A line for the diary; no secret, text of a server already escaped. */
    void diary(String line);

    /** The tunnel is down and everything of it is undone. */
    void finished();
}
