/**
 * The interfaces and structures of the bus exactly as they travel. Public for the library's
 * reflection only; everybody else speaks to the services of the package above.
 */
@NullMarked
package org.culvert.dbus.wire;

import org.jspecify.annotations.NullMarked;
