package org.culvert.dbus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A bus daemon of our own, for the time of a test. */
public final class PrivateBus implements AutoCloseable {
    private final Process daemon;
    private final String address;

    /** Starts it. */
    public PrivateBus() throws IOException {
        daemon =
                new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("dbus-daemon does not start");
        }
        address = first;
    }

    /** Where it listens. */
    public String address() {
        return address;
    }

    /** A connection to it. */
    public Bus open() {
        return Bus.at(address).orElseThrow();
    }

    @Override
    public void close() {
        daemon.destroy();
        daemon.onExit().join();
    }
}
