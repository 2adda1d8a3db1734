/** What the window knows of the helper and of the profiles on disk, as values and two ports. */
@NullMarked
package org.culvert.desktop.link;

import org.jspecify.annotations.NullMarked;
