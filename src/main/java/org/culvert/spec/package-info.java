/**
 * {@link org.culvert.spec.ConnectSpec}: the one immutable, self-validating value that says what to
 * connect to and how. Everything is inlined; it has no path and no option text.
 */
@NullMarked
package org.culvert.spec;

import org.jspecify.annotations.NullMarked;
