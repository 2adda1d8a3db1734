/**
 * Linux behind the ports; the only home of native calls (JNA) (C: {@code tun.c}, {@code socket.c},
 * {@code networking_sitnl.c}).
 */
@NullMarked
package org.culvert.platform.linux;

import org.jspecify.annotations.NullMarked;
