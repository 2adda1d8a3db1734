package org.culvert.protocol.session;

/** Randomness from outside: strong in the product, seeded in simulations. */
@FunctionalInterface
public interface RandomSource {
    /** This many fresh octets. */
    byte[] next(int octets);
}
