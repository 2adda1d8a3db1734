/** The JavaFX window and its composition root. */
@NullMarked
package org.culvert.desktop;

import org.jspecify.annotations.NullMarked;
