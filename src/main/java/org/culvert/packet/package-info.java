/**
 * IP, TCP and UDP headers in place: checksums, MSS clamp, split and coalesce, probe packets, DNS
 * messages (C: {@code mss.c}, {@code proto.c}).
 */
@NullMarked
package org.culvert.packet;

import org.jspecify.annotations.NullMarked;
