package org.culvert.cli;

/** The arguments make no command. */
final class Usage extends Exception {
    /** Exit code of the contract. */
    static final int EXIT = 2;

    private static final long serialVersionUID = 1;

    Usage(String message) {
        super(message);
    }
}
