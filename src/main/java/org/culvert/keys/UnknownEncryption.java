package org.culvert.keys;

/** The encryption is of a kind that we do not know, or costs more than a key may. */
final class UnknownEncryption extends Exception {
    private static final long serialVersionUID = 1;

    UnknownEncryption(String what) {
        super(what);
    }

    UnknownEncryption(Throwable cause) {
        super(cause);
    }
}
