/** Profiles on the disk of the user: atomic writes, mode 0600, the original bytes kept. */
@NullMarked
package org.culvert.profile.store;

import org.jspecify.annotations.NullMarked;
