package org.culvert.platform;

/** Tells that this machine's own network is another one than before. One thread waits. */
public interface NetworkEvents extends AutoCloseable {
    /** Returns once an address, a route or a cable that is not a tunnel's has come or gone. */
    void await() throws PlatformException;

    @Override
    void close();
}
