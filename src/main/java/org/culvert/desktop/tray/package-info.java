/** Tray item, its menu, and the mini window. */
@NullMarked
package org.culvert.desktop.tray;

import org.jspecify.annotations.NullMarked;
