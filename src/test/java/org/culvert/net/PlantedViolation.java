package org.culvert.net;

import com.sun.jna.Pointer;

import org.culvert.failure.FailureCode;

import java.net.Socket;

/** Breaks three rules of the house on purpose; {@code ArchitectureTest} must see all of them. */
public final class PlantedViolation {
    private PlantedViolation() {}

    /** Reads a clock, opens a socket, knows a room below it and a library that lives elsewhere. */
    public static String all(Socket socket, FailureCode code, Pointer pointer) {
        return socket.toString() + code.text() + pointer + System.nanoTime();
    }
}
