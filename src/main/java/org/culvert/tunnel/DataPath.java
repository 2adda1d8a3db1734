package org.culvert.tunnel;

import org.culvert.packet.EchoProbe;
import org.culvert.perf.StageSnapshot;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.StubFraming;
import org.culvert.spec.PacketSizes;

import java.nio.ByteBuffer;

/**
 * Where packets flow between the TUN and the link. The pumps are one implementation; nothing above
 * may know which one runs. Methods are called by the control thread and take effect in order.
 */
public interface DataPath extends AutoCloseable {
    /** Makes data paths; the machine has one. */
    @FunctionalInterface
    interface Factory {
        /** A path between {@code tun} and {@code line}, not started. */
        DataPath create(TunDevice tun, Line line, PumpListener listener, PacketSizes sizes)
                throws PlatformException;
    }

    /** What people call this implementation. */
    String name();

    /** Lets control packets flow; {@code name} is for its threads, if it has any. */
    void start(String name);

    /** Opens packets of this key id from now on; keys that were there before are wiped. */
    void install(DataKeys keys, StubFraming framing);

    /** Seals with this key id from now on. */
    void sealWith(int keyId);

    /** Drops packets of this key id from now on and wipes its keys. */
    void forget(int keyId);

    /** Sends a control packet as it is; false where there is no room for it. */
    boolean sendControl(ByteBuffer packet);

    /** Seals and sends a keep-alive. */
    void sendPing();

    /** Seals and sends a good-bye. */
    void sendExit();

    /** Seals and sends an echo; its answer goes to the listener and not to the TUN. */
    void sendProbe(EchoProbe probe, int sequence);

    /** What has flowed. */
    DataCounters counters();

    /** When something was last sent (platform clock), 0: never. */
    long lastSentNanos();

    /** What was dropped. */
    DropCounts drops();

    /** Where the time went. */
    StageSnapshot stages();

    /** Stops the flow, wipes the keys and closes the link; the TUN stays open. */
    @Override
    void close();
}
