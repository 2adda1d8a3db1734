/** The log view. */
@NullMarked
package org.culvert.desktop.log;

import org.jspecify.annotations.NullMarked;
