package org.culvert.cli;

/** The command line. */
public final class Main {
    private Main() {}

    /** Starts it. */
    public static void main(String[] args) {
        System.out.println("cli " + args.length);
    }
}
