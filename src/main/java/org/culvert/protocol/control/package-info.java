/**
 * Key method 2, key derivation, push and sign-in messages: everything said inside TLS (C: {@code
 * ssl.c}, {@code push.c}).
 */
@NullMarked
package org.culvert.protocol.control;

import org.jspecify.annotations.NullMarked;
