package org.culvert.desktop;

/** The window. */
public final class Main {
    private Main() {}

    /** Starts it. */
    public static void main(String[] args) {
        System.out.println("desktop " + args.length);
    }
}
