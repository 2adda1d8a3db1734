/**
 * The ports to the operating system: TUN device, link, waiter, network configuration, journal,
 * resolver, clock.
 */
@NullMarked
package org.culvert.platform;

import org.jspecify.annotations.NullMarked;
