/** The mini window: one tunnel at a glance, from the tray, the main window or on its own. */
@NullMarked
package org.culvert.desktop.mini;

import org.jspecify.annotations.NullMarked;
