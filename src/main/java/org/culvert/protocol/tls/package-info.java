/**
 * The TLS port and its Bouncy Castle adapter, the only home of {@code org.bouncycastle.tls} (C:
 * {@code ssl_openssl.c}).
 */
@NullMarked
package org.culvert.protocol.tls;

import org.jspecify.annotations.NullMarked;
