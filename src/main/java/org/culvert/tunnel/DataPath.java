package org.culvert.tunnel;

import org.culvert.protocol.data.DataKeys;

/**
 * Where packets flow between the TUN and the link. The pumps are one implementation; nothing above
 * may know which one runs. Methods are called by the control thread and take effect in order.
 */
public interface DataPath extends AutoCloseable {
    /** Which of the two keys of a peer (kernel data path: primary and secondary). */
    enum Slot {
        /** Seals and opens. */
        PRIMARY,
        /** Opens only. */
        SECONDARY
    }

    /** Keys for a slot; the keys that were there are wiped. */
    void install(Slot slot, int keyId, DataKeys keys);

    /** Exchanges the two slots. */
    void swap();

    /** What has flowed, and what was dropped. */
    DataCounters counters();

    /** Stops the flow and wipes the keys; the TUN and the link stay open. */
    @Override
    void close();
}
