package org.culvert.dbus;

/** A service on the bus refused a call, or did not answer; the message says which and why. */
public final class ServiceRefused extends Exception {
    private static final long serialVersionUID = 1;

    ServiceRefused(String call, Exception cause) {
        super(call + ": " + words(cause), cause);
    }

    private static String words(Exception cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
