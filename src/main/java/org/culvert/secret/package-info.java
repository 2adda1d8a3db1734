/** A value that cannot be printed and can be wiped. */
@NullMarked
package org.culvert.secret;

import org.jspecify.annotations.NullMarked;
