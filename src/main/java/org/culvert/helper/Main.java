package org.culvert.helper;

/** The privileged process. */
public final class Main {
    private Main() {}

    /** Starts it. */
    public static void main(String[] args) {
        System.out.println("helper " + args.length);
    }
}
