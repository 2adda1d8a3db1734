/**
 * Data keys, sealing and opening in place, the replay window, fragments and stub framing (C: {@code
 * crypto.c}, {@code packet_id.c}, {@code fragment.c}).
 */
@NullMarked
package org.culvert.protocol.data;

import org.jspecify.annotations.NullMarked;
