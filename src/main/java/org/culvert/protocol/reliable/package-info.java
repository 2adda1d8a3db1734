/** Acknowledgements, windows and retransmission of control packets (C: {@code reliable.c}). */
@NullMarked
package org.culvert.protocol.reliable;

import org.jspecify.annotations.NullMarked;
