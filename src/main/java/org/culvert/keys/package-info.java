/**
 * PEM, PKCS#8, certificates and static keys; the home of Bouncy Castle, TLS aside (C: {@code
 * ssl_openssl.c} loading, {@code crypto.c} {@code read_key_file}).
 */
@NullMarked
package org.culvert.keys;

import org.jspecify.annotations.NullMarked;
