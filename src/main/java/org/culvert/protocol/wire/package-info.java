/**
 * Packet formats and control wrapping: plain, tls-auth, tls-crypt; TCP length framing (C: {@code
 * ssl_pkt.c}, {@code tls_crypt.c}).
 */
@NullMarked
package org.culvert.protocol.wire;

import org.jspecify.annotations.NullMarked;
