/** The graph and its numbers. */
@NullMarked
package org.culvert.desktop.traffic;

import org.jspecify.annotations.NullMarked;
