/** One bus connection and the typed interfaces we speak over it; the home of dbus-java. */
@NullMarked
package org.culvert.dbus;

import org.jspecify.annotations.NullMarked;
