/** {@code culvertctl}, the command line. */
@NullMarked
package org.culvert.cli;

import org.jspecify.annotations.NullMarked;
