package org.culvert.protocol.control;

/**
 * How a server that ends a session wants its client back (protocol 7.4, 7.8).
 *
 * @param advance where to
 * @param backOffSeconds after this long at least; 0: as usual
 * @param forgetsPassword without what a person typed
 */
public record ComeBack(Advance advance, int backOffSeconds, boolean forgetsPassword) {
    /** Where to try next. */
    public enum Advance {
        /** The same address. */
        NO,
        /** The next address of the same name; behind the last, the next remote. */
        ADDRESS,
        /** The next remote. */
        REMOTE
    }
}
