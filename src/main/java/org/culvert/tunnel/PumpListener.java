package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;

/** What the pumps tell the control thread; called on a pump's thread, so only to be queued. */
public interface PumpListener {
    /** A control packet came; the buffer is the listener's. */
    void control(ByteBuffer packet);

    /** The link ended or refused. */
    void linkFailed(PlatformException why);

    /** The peer has sealed with this key id for the first time. */
    void peerUses(int keyId);

    /** A key has done so much that new ones are due. */
    void keyWorn();

    /** The peer says good-bye inside the data channel. */
    void peerLeaves();

    /** An authentic packet came from here and not from where the server was before. */
    void serverMoved(Endpoint remote);

    /** Our echo came back after this long. */
    void echo(int sequence, long nowNanos);
}
