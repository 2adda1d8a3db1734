/** The privileged process: judges who may speak, owns the tunnels, publishes notices. */
@NullMarked
package org.culvert.helper;

import org.jspecify.annotations.NullMarked;
