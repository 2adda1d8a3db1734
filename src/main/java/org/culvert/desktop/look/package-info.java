/** How it looks and reads: faces, colours, shapes, words and numbers. */
@NullMarked
package org.culvert.desktop.look;

import org.jspecify.annotations.NullMarked;
