package org.culvert.tunnel;

import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.StubFraming;

/**
 * Where packets flow between the TUN and the link. The pumps are one implementation; nothing above
 * may know which one runs. Methods are called by the control thread and take effect in order.
 */
public interface DataPath extends AutoCloseable {
    /** Opens packets of this key id from now on; keys that were there before are wiped. */
    void install(DataKeys keys, StubFraming framing);

    /** Seals with this key id from now on. */
    void sealWith(int keyId);

    /** Drops packets of this key id from now on and wipes its keys. */
    void forget(int keyId);

    /** What has flowed. */
    DataCounters counters();

    /** Stops the flow, wipes the keys and closes the link; the TUN stays open. */
    @Override
    void close();
}
