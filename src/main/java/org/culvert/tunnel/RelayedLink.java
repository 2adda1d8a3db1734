package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Batch;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;

/** Datagrams through a relay that works as long as the connection that asked for it stands. */
final class RelayedLink implements Link {
    private final Link datagrams;
    private final Link control;
    private final Batch words;

    RelayedLink(Link datagrams, Link control) {
        this.datagrams = datagrams;
        this.control = control;
        this.words = control.newBatch();
    }

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    @Override
    public Endpoint remote() {
        return datagrams.remote();
    }

    @Override
    public Batch newBatch() {
        return datagrams.newBatch();
    }

    /** In a pause it asks whether the connection still stands. */
    @Override
    public int receive(Batch batch) throws PlatformException {
        int count = datagrams.receive(batch);
        if (count == 0) {
            control.receive(words);
        }
        return count;
    }

    @Override
    public int send(Batch batch) throws PlatformException {
        return datagrams.send(batch);
    }

    @Override
    public int descriptor() {
        return datagrams.descriptor();
    }

    @Override
    public void close() {
        datagrams.close();
        control.close();
        words.close();
    }
}
