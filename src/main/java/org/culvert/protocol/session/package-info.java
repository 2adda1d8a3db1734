/**
 * The whole protocol as one pure state machine: events and time in, effects out (C: {@code ssl.c}
 * {@code tls_process}, {@code tls_pre_decrypt}).
 */
@NullMarked
package org.culvert.protocol.session;

import org.jspecify.annotations.NullMarked;
