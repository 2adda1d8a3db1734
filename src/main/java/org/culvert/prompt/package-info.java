/** The closed list of what a person can be asked while a tunnel comes up, and the answers. */
@NullMarked
package org.culvert.prompt;

import org.jspecify.annotations.NullMarked;
