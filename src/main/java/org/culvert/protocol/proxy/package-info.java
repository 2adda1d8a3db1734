/**
 * HTTP CONNECT and SOCKS5 as byte machines: octets of a proxy in, what to do next out (C: {@code
 * proxy.c}, {@code socks.c}).
 */
@NullMarked
package org.culvert.protocol.proxy;

import org.jspecify.annotations.NullMarked;
